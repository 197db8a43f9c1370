// SPDX-License-Identifier: GPL-3.0-or-later
// runpod-sdk.mjs BASE KEY PAYLOAD: see README.md.
import { readFileSync } from "node:fs";
import runpodSdk from "runpod-sdk";

const [base, key, payload] = process.argv.slice(2);
const read = JSON.parse(readFileSync(payload, "utf8"));
const input = read.input ?? read;
const endpoint = runpodSdk(key, { baseUrl: base }).endpoint("local");
const stranger = runpodSdk("rpa_wrong", { baseUrl: base }).endpoint("local");
let differences = 0;

function check(what, isSo, seen) {
    console.log(`${isSo ? "same     " : "DIFFERENT"} ${what}`);
    if (!isSo) {
        differences += 1;
        console.log("          " + JSON.stringify(seen)?.slice(0, 400));
    }
}

async function refused(what, call) {
    try {
        const answer = await call();
        check(what, Boolean(answer?.error) || answer?.status === "FAILED" || answer?.ok === false, answer);
    } catch (error) {
        check(what, true, String(error));
    }
}

async function untilDone(id) {
    for (let i = 0; i < 100; i += 1) {
        const job = await endpoint.status(id);
        if (job.completed) return job;
        await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return {};
}

const run = await endpoint.run({ input });
check("run answers IN_QUEUE with an id", typeof run.id === "string" && run.status === "IN_QUEUE", run);
const done = await untilDone(run.id);
check("status ends COMPLETED, and the client agrees", done.status === "COMPLETED" && done.succeeded === true, done);
check("status carries times and a worker", Number.isInteger(done.delayTime) && Number.isInteger(done.executionTime) &&
    typeof done.workerId === "string", { ...done, output: "…" });
check("output holds the moments", (done.output?.moments ?? done.output?.result?.moments)?.length > 0, done.output);
const again = await endpoint.statusSync(run.id, 2000);
check("statusSync of a job that is done", again.status === "COMPLETED", { ...again, output: "…" });

const sync = await endpoint.runSync({ input }, 30000);
check("runSync answers with the result", sync.status === "COMPLETED" && Boolean(sync.output), sync);
check("runSync's id says so", sync.id?.startsWith("sync-"), sync.id);
const short = await endpoint.runSync({ input, policy: { executionTimeout: 60000, ttl: 60000 } }, 1000);
check("runSync with the shortest wait goes on to the end", short.status === "COMPLETED", { ...short, output: "…" });

const streamed = await endpoint.run({ input });
const pieces = [];
for await (const piece of endpoint.stream(streamed.id)) pieces.push(piece);
check("stream ends by itself", true, pieces);
check("stream brings the worker's progress", pieces.length > 0 && pieces.every((piece) => piece.output), pieces);

const bad = await endpoint.runSync({ input: { job_id: "x" } }, 10000);
check("a request without a transcript ends FAILED with a text", bad.status === "FAILED" && typeof bad.error === "string", bad);

const victims = [];
for (let i = 0; i < 5; i += 1) victims.push((await endpoint.run({ input })).id);
const cancelled = await endpoint.cancel(victims[4]);
check("cancel answers with the job", cancelled.id === victims[4] &&
    ["CANCELLED", "COMPLETED"].includes(cancelled.status), cancelled);
const purged = await endpoint.purgeQueue();
check("purgeQueue counts", Number.isInteger(purged.removed) && purged.status === "completed", purged);

const health = await endpoint.health();
check("health has RunPod's counters", ["completed", "failed", "inProgress", "inQueue", "retried"].every((name) =>
    Number.isInteger(health.jobs?.[name])) && ["idle", "initializing", "ready", "running", "throttled", "unhealthy"]
    .every((name) => Number.isInteger(health.workers?.[name])), health);

await refused("an unknown job is refused", () => endpoint.status("nobody"));
await refused("an empty body is refused", () => endpoint.run({}));
await refused("a wrong key is refused by run", () => stranger.run({ input }));
await refused("a wrong key is refused by health", () => stranger.health());

console.log(differences === 0 ? "Nothing differs." : `${differences} differences.`);
process.exit(differences === 0 ? 0 : 1);
