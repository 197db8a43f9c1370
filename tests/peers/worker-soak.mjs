// SPDX-License-Identifier: GPL-3.0-or-later
// worker-soak.mjs PROGRAM [JOBS [AT_ONCE]]: `PROGRAM worker` with the offline engine against a queue on this machine that
// hands out JOBS small jobs back to back. Tells time and memory as it goes; ends with 1 when a job has not exactly one
// result. Needs nothing but node.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [program, jobCount = "10000", atOnce = "1"] = process.argv.slice(2);
const jobs = Number(jobCount);
const folder = mkdtempSync(join(tmpdir(), "worker-soak-"));
const words = "what made you change your mind about the price of bread in that year".split(" ");
const sentences = Array.from({ length: 40 }, (_, i) => ({
    text: words.slice(i % 5).join(" ") + (i % 4 ? "." : "?"), start: i * 4000, end: i * 4000 + 3900 }));
const results = new Map();
let given = 0;
let pings = 0;
let worker;
let begun;
const marks = [];

function memory() {
    return Number(readFileSync(`/proc/${worker.pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]);
}

function ticks() {
    const fields = readFileSync(`/proc/${worker.pid}/stat`, "utf8").split(") ")[1].split(" ");
    return Number(fields[11]) + Number(fields[12]);
}

function librarySize() {
    return ["library.sqlite", "library.sqlite-wal"].reduce((sum, name) => {
        try { return sum + statSync(join(folder, "library", name)).size; } catch { return sum; }
    }, 0);
}

async function finish() {
    const seconds = (performance.now() - begun) / 1000;
    const wrong = [...results.values()].filter((count) => count !== 1).length + jobs - results.size;
    console.log(`${jobs} jobs in ${seconds.toFixed(1)} s, ${((seconds * 1000) / jobs).toFixed(2)} ms each, ` +
        `${((ticks() * 10) / jobs).toFixed(2)} ms of processor each`);
    console.log("memory in MB after " + marks.map(([n, kb]) => `${n}: ${(kb / 1024).toFixed(1)}`).join(", "));
    console.log(`library ${(librarySize() / 1048576).toFixed(1)} MB, ${pings} heartbeats, ${wrong} jobs without exactly one result`);
    const idleFrom = ticks();
    await new Promise((resolve) => setTimeout(resolve, 10000));
    console.log(`idle: ${((ticks() - idleFrom) / 10).toFixed(1)} % of a core`);
    worker.kill("SIGTERM");
    worker.on("exit", (code) => {
        rmSync(folder, { recursive: true });
        process.exit(code === 0 && wrong === 0 ? 0 : 1);
    });
}

const server = http.createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => { body += piece; });
    request.on("end", () => {
        const [, kind, , id] = request.url.split("?")[0].split("/");
        if (kind === "take") {
            if (given === jobs) {
                setTimeout(() => response.writeHead(204).end(), 5000);
                return;
            }
            begun ??= performance.now();
            given += 1;
            response.writeHead(200, { "Content-Type": "application/json" })
                .end(JSON.stringify({ id: `job-${given}`, input: { transcript: { sentences } } }));
            return;
        }
        if (kind === "stop") {
            setTimeout(() => response.writeHead(204).end(), 5000);
            return;
        }
        if (kind === "ping") pings += 1;
        response.writeHead(200).end("{}");
        if (kind !== "done" || body.includes('"IN_PROGRESS"')) return;
        results.set(id, (results.get(id) ?? 0) + 1);
        const share = Math.max(1, Math.floor(jobs / 10));
        if (results.size % share === 0 && marks.at(-1)?.[0] !== results.size) marks.push([results.size, memory()]);
        if (results.size === jobs) finish();
    });
});

server.listen(0, "127.0.0.1", () => {
    const base = `http://127.0.0.1:${server.address().port}`;
    worker = spawn(program, ["worker", "--engine", "offline", "--jobs", atOnce, "--library", join(folder, "library")], {
        stdio: ["ignore", "ignore", "inherit"],
        env: {
            PATH: process.env.PATH,
            RUNPOD_WEBHOOK_GET_JOB: `${base}/take/$RUNPOD_POD_ID?x=1`,
            RUNPOD_WEBHOOK_POST_OUTPUT: `${base}/done/$RUNPOD_POD_ID/$ID?x=1`,
            RUNPOD_WEBHOOK_PING: `${base}/ping/$RUNPOD_POD_ID`,
            RUNPOD_PING_INTERVAL: "1000",
            RUNPOD_AI_API_KEY: "rpa_soak",
            RUNPOD_POD_ID: "w1",
            RUNPOD_ENDPOINT_ID: "soak",
            RUNPOD_LOG_LEVEL: "ERROR",
        },
    });
});
