// SPDX-License-Identifier: GPL-3.0-or-later
// The official Node SDK and our client under the same load: the same requests to the same stand-in for the service on
// this machine, each run a fresh process, the two taking turns so that both see the same machine.
//   cmake --build --preset dev --target bench_node        (wants node and npm; not part of any other target)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const repetitions = 5;
const serverDelayMs = 200;
const scenarios = [
    { calls: 64, atOnce: 16, streams: 0 },
    { calls: 64, atOnce: 16, streams: 1 },
    { calls: 512, atOnce: 64, streams: 0 },
    { calls: 512, atOnce: 64, streams: 1 },
];

/** Starts a program and reads what it prints, line by line. */
function start(program, words) {
    const child = spawn(program, words, { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, ended: once(child, 'exit'), line: async () => (await lines.next()).value ?? '' };
}

/** One run of one client; wall and processor time in ms, memory over the idle program in MiB. */
async function measureOnce(bench, scenario, client) {
    const server = start(bench, ['--server', `${scenario.streams}`]);
    const port = await server.line();
    const words = ['--client', port, `${scenario.calls}`, `${scenario.atOnce}`, `${scenario.streams}`];
    const run = client === 'ours' ? start(bench, words)
                                  : start(process.execPath, [fileURLToPath(import.meta.url), bench, ...words]);
    const [answered, wallMs, cpuMs, memoryKib] = (await run.line()).split(' ').map(Number);
    await run.ended;
    server.child.stdin.end();
    const [requests, connections, peak] = (await server.line()).split(' ').map(Number);
    await server.ended;
    const isComplete = answered === scenario.calls && requests === scenario.calls;
    return { isComplete, wallMs, cpuMs, memoryMib: memoryKib / 1024, connections, peak };
}

function report(scenario, client, runs) {
    const byWall = runs.toSorted((a, b) => a.wallMs - b.wallMs);
    const middle = byWall[(repetitions - 1) / 2];
    const ideal = Math.ceil(scenario.calls / scenario.atOnce) * serverDelayMs;
    const range = `${middle.wallMs.toFixed(0)} (${byWall[0].wallMs.toFixed(0)}-${byWall.at(-1).wallMs.toFixed(0)})`;
    console.log([
        `${scenario.calls}/${scenario.atOnce}`.padEnd(8), (scenario.streams ? 'stream' : 'json').padEnd(7),
        client.padEnd(7), range.padStart(17), `${ideal}`.padStart(7), (middle.wallMs / ideal).toFixed(3).padStart(7),
        middle.cpuMs.toFixed(0).padStart(8), middle.memoryMib.toFixed(1).padStart(10),
        `${Math.max(...runs.map(run => run.connections))}`.padStart(9), `${middle.peak}`.padStart(6),
        runs.every(run => run.isComplete) ? '  all answered' : '  ANSWERS ARE MISSING',
    ].join(''));
}

async function compare(bench) {
    const { VERSION } = await import('openai/version');
    console.log(`openai ${VERSION} on Node ${process.versions.node}, beside this program; median of ${repetitions} runs`);
    console.log('calls/at once          wall ms (range)    ideal  ratio  CPU ms  MiB more  connect.  peak');
    for (const scenario of scenarios) {
        const runs = { ours: [], sdk: [] };
        for (let i = 0; i < repetitions; ++i) {
            for (const client of ['ours', 'sdk'])
                runs[client].push(await measureOnce(bench, scenario, client));
        }
        for (const client of ['ours', 'sdk'])
            report(scenario, client, runs[client]);
    }
}

/** The text of the answer, as the SDK's manual shows for both ways. */
async function ask(client, body) {
    const response = await client.responses.create(body);
    if (!body.stream)
        return response.output_text;
    let text = '';
    for await (const event of response) {
        if (event.type === 'response.output_text.delta')
            text += event.delta;
    }
    return text;
}

/** What one process of the SDK does; prints the same line as our client. */
async function runClient(bench, port, calls, atOnce, streams) {
    const { default: OpenAI } = await import('openai');
    const body = JSON.parse(await start(bench, ['--body', `${streams}`]).line());
    const client = new OpenAI({ apiKey: 'sk-bench-1234567890', baseURL: `http://127.0.0.1:${port}/v1` });
    const idleKib = process.memoryUsage.rss() / 1024;
    let begun = 0;
    let answered = 0;
    const worker = async () => {
        while (begun < calls) {
            ++begun;
            const text = await ask(client, body);
            answered += Array.isArray(JSON.parse(text).moments) ? 1 : 0;
        }
    };
    const cpuBefore = process.cpuUsage();
    const begin = performance.now();
    await Promise.all(Array.from({ length: atOnce }, worker));
    const wallMs = performance.now() - begin;
    const cpu = process.cpuUsage(cpuBefore);
    const memoryKib = process.resourceUsage().maxRSS - idleKib;
    console.log(`${answered} ${wallMs.toFixed(1)} ${((cpu.user + cpu.system) / 1000).toFixed(1)} ${memoryKib.toFixed(0)}`);
    process.exit(0);
}

const [bench, mode, ...numbers] = process.argv.slice(2);
if (mode === '--client')
    await runClient(bench, ...numbers.map(Number));
else
    await compare(bench);
