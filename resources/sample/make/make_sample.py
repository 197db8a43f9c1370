#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Speaks interview.txt and writes the sample interview beside it.

Needs Python 3.9 or later and, from Debian: libflite1 (voices cmu_us_rms and cmu_us_slt) and ffmpeg.
Word times are those of the synthesiser: the segment ends flite gives for every word of an utterance.
The same script and the same package versions give the same bytes.

    python3 make/make_sample.py          write everything, then check it
    python3 make/make_sample.py --check  check what is there
"""

import array
import ctypes
import json
import math
import operator
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import wave
import zlib

FOLDER = pathlib.Path(__file__).resolve().parent.parent
RATE = 16000
PER_MS = RATE // 1000

# speaker_id, full name, flite voice, stretch of the voice's own durations
SPEAKERS = {
    "HOST": ("speaker_1", "Corin Ashby", "rms", 0.98),
    "GUEST": ("speaker_2", "Marta Linnow", "slt", 1.09),
}
NAMES = {identifier: name for identifier, name, _, _ in SPEAKERS.values()}

JOB = "sample-interview"
METADATA = {
    "video_id": "sample-interview",
    "video_title": "The Long Counter: Marta Linnow of Ovenlark",
    "audience": "Founders and people who run small shops",
    "tone": "Warm, direct and a little dry",
}
OPTIONS = {
    "chunk_duration_ms": 450000,
    "chunk_overlap_ms": 45000,
    "min_chunk_duration_ms": 180000,
}

LEAD_MS = 600           # silence before the first word
TAIL_MS = 1200          # silence after the last
MARK_DELAY_MS = 150     # from the last word of a sentence to a mark such as [laughter]
MARK_MS = 750           # length of a mark
KEEP_BEFORE_MS = 30     # sound kept around a sentence
KEEP_AFTER_MS = 60
LOUDNESS = -18.0        # LUFS
PEAK = 0.89             # of full scale
QUIET_DB = -50.0        # below this a frame of 10 ms counts as silence
LINE = 42               # characters of a subtitle line; a cue has two


# --- the script -------------------------------------------------------------------------------

def parseScript(text):
    """Returns the sentences as dictionaries: speaker, written and spoken words, pace, silence before."""
    sentences, pace, gap, pause, last = [], 100, 420, 0, None
    for number, line in enumerate(text.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        command = re.fullmatch(r"\((pause|pace|gap) (\d+)\)", line)
        if command:
            value = int(command[2])
            pause, pace, gap = (pause + value if command[1] == "pause" else pause,
                                value if command[1] == "pace" else pace,
                                value if command[1] == "gap" else gap)
            continue
        turn = re.fullmatch(r"(HOST|GUEST): (.+)", line)
        if not turn:
            raise SystemExit(f"interview.txt:{number}: neither a turn nor a command")
        first = True
        for part in re.split(r"(\(pause \d+\))", turn[2]):
            inner = re.fullmatch(r"\(pause (\d+)\)", part)
            if inner:
                pause += int(inner[1])
                continue
            for written in re.split(r"(?<=[.?!\]])\s+(?!\[)", part.strip()):
                if not written:
                    continue
                silence = (700 if last == turn[1] else gap) if first else 300
                silence += zlib.crc32(written.encode()) % 121
                words, spoken = splitWords(written)
                sentences.append({"speaker": turn[1], "words": words, "spoken": spoken, "pace": pace,
                                  "silence": silence + pause})
                pause, first, last = 0, False, turn[1]
    return sentences


def splitWords(written):
    """word{sound} is written word and spoken sound; [marks] are written and spoken as nothing."""
    words, spoken = [], []
    for token in written.split():
        match = re.fullmatch(r"(\w+)\{(\w+)\}(\S*)", token)
        words.append(match[1] + match[3] if match else token)
        spoken.append(None if token.startswith("[") else match[2] + match[3] if match else token)
    return words, spoken


# --- the voices -------------------------------------------------------------------------------

class Wave(ctypes.Structure):
    _fields_ = [("type", ctypes.c_char_p), ("rate", ctypes.c_int), ("count", ctypes.c_int),
                ("channels", ctypes.c_int), ("samples", ctypes.POINTER(ctypes.c_short))]


class Voice(ctypes.Structure):
    _fields_ = [("name", ctypes.c_char_p), ("features", ctypes.c_void_p)]


class Flite:
    """The few functions of libflite that speak a sentence and tell where its words lie."""

    def __init__(self):
        load = lambda name: ctypes.CDLL(name, mode=ctypes.RTLD_GLOBAL)
        self.library = load("libflite.so.1")
        load("libflite_usenglish.so.1")
        load("libflite_cmulex.so.1")
        pointer, text = ctypes.c_void_p, ctypes.c_char_p
        self.declare("flite_init", ctypes.c_int)()
        self.speak = self.declare("flite_synth_text", pointer, text, pointer)
        self.wave = self.declare("utt_wave", pointer, pointer)
        self.relation = self.declare("utt_relation", pointer, pointer, text)
        self.head = self.declare("relation_head", pointer, pointer)
        self.next = self.declare("item_next", pointer, pointer)
        self.daughter = self.declare("item_daughter", pointer, pointer)
        self.number = self.declare("flite_ffeature_float", ctypes.c_float, pointer, text)
        self.set = self.declare("feat_set_float", None, pointer, text, ctypes.c_float)
        self.delete = self.declare("delete_utterance", None, pointer)
        self.voices = {}
        for _, _, name, _ in SPEAKERS.values():
            register = getattr(load(f"libflite_cmu_us_{name}.so.1"), f"register_cmu_us_{name}")
            register.restype, register.argtypes = pointer, [pointer]
            self.voices[name] = register(None)

    def declare(self, name, result, *arguments):
        function = getattr(self.library, name)
        function.restype, function.argtypes = result, list(arguments)
        return function

    def say(self, voice, stretch, words):
        """Returns the samples and, for every word, start and end in seconds."""
        voice = self.voices[voice]
        features = ctypes.cast(voice, ctypes.POINTER(Voice)).contents.features
        self.set(features, b"duration_stretch", stretch)
        utterance = self.speak(" ".join(words).encode("ascii"), voice)
        sound = ctypes.cast(self.wave(utterance), ctypes.POINTER(Wave)).contents
        assert sound.rate == RATE and sound.channels == 1
        samples = array.array("h", sound.samples[:sound.count])
        times = []
        token = self.head(self.relation(utterance, b"Token"))
        while token:
            first = last = self.daughter(token)
            assert first, f"a word without sound in: {' '.join(words)}"
            while self.next(last):
                last = self.next(last)
            times.append((self.number(first, b"R:SylStructure.daughter1.daughter1.R:Segment.p.end"),
                          self.number(last, b"R:SylStructure.daughtern.daughtern.R:Segment.end")))
            token = self.next(token)
        self.delete(utterance)
        assert len(times) == len(words), f"words and tokens differ in: {' '.join(words)}"
        return samples, times


# --- sound ------------------------------------------------------------------------------------

def writeWave(path, samples):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def measure(path):
    """Integrated loudness in LUFS and true peak in dBFS."""
    report = subprocess.run(["ffmpeg", "-nostdin", "-hide_banner", "-i", str(path), "-af", "ebur128=peak=true",
                             "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    summary = report[report.rindex("Summary:"):]
    return (float(re.search(r"I:\s+(-?[\d.]+) LUFS", summary)[1]),
            float(re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary)[1]))


def amplify(samples, gain):
    """Applies a gain; what would pass three quarters of the allowed peak is bent smoothly below it."""
    ceiling, knee = PEAK * 32767, PEAK * 32767 * 0.75
    room = ceiling - knee

    def bend(value):
        value *= gain
        size = abs(value)
        if size > knee:
            over = (size - knee) / room
            size = knee + room * over / (1 + over)
            value = size if value > 0 else -size
        return round(value)

    table = {value: bend(value) for value in set(samples)}
    return array.array("h", map(table.__getitem__, samples))


def encode(source, target):
    """Mono Opus over a barely audible room tone, so that pauses are not digital silence."""
    subprocess.run(["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-i", str(source), "-filter_complex",
                    f"anoisesrc=r={RATE}:color=brown:amplitude=0.004:seed=7[tone];"
                    "[0:a][tone]amix=inputs=2:duration=first:normalize=0,aresample=48000[out]",
                    "-map", "[out]", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact",
                    "-c:a", "libopus", "-b:a", "26k", "-vbr", "on", "-application", "audio", "-ac", "1",
                    "-page_duration", "200000", "-f", "opus", str(target)], check=True)


def levels(path):
    """Level in dBFS of every 10 ms of a sound file."""
    raw = subprocess.run(["ffmpeg", "-nostdin", "-loglevel", "error", "-i", str(path), "-f", "s16le", "-ac", "1",
                          "-ar", str(RATE), "-"], capture_output=True, check=True).stdout
    samples, size, result = array.array("h", raw), RATE // 100, []
    for at in range(0, len(samples) - size + 1, size):
        frame = samples[at:at + size]
        power = sum(map(operator.mul, frame, frame)) / size
        result.append(10 * math.log10(power / 32768 ** 2 + 1e-10))
    return result, len(samples) / PER_MS


# --- building ---------------------------------------------------------------------------------

def perform(script):
    """Speaks the script: sentences and words with absolute times, and the samples by speaker."""
    flite, at, sentences, words, pieces = Flite(), LEAD_MS, [], [], []
    for index, line in enumerate(script):
        identifier, _, voice, stretch = SPEAKERS[line["speaker"]]
        samples, times = flite.say(voice, stretch * 100 / line["pace"], [word for word in line["spoken"] if word])
        at += line["silence"] if index else 0
        origin = at - round(times[0][0] * 1000)
        first = max(0, round(times[0][0] * 1000) - KEEP_BEFORE_MS)
        last = round(times[-1][1] * 1000) + KEEP_AFTER_MS
        pieces.append((line["speaker"], origin + first, fade(samples[first * PER_MS:last * PER_MS])))
        start, spoken = at, iter(times)
        for text, sound in zip(line["words"], line["spoken"]):
            if sound:
                span = [origin + round(second * 1000) for second in next(spoken)]
            else:
                span = [at + MARK_DELAY_MS, at + MARK_DELAY_MS + MARK_MS]
            words.append({"text": text, "start": span[0], "end": span[1], "sentence_index": index})
            at = span[1]
        sentences.append({"text": " ".join(line["words"]), "start": start, "end": at, "speaker_id": identifier})
    return sentences, words, pieces, at + TAIL_MS


def fade(samples):
    length = 8 * PER_MS
    for index in range(min(length, len(samples) // 2)):
        samples[index] = samples[index] * index // length
        samples[-1 - index] = samples[-1 - index] * index // length
    return samples


def mix(pieces, duration):
    """Brings both voices to the same loudness and lays them on one track."""
    track = array.array("h", bytes(2 * duration * PER_MS))
    with tempfile.TemporaryDirectory() as folder:
        for speaker in SPEAKERS:
            alone = array.array("h")
            for name, _, samples in pieces:
                if name == speaker:
                    alone.extend(samples)
            path = pathlib.Path(folder) / "voice.wav"
            writeWave(path, alone)
            gain = 10 ** ((LOUDNESS - measure(path)[0]) / 20)
            for name, start, samples in pieces:
                if name == speaker:
                    louder = amplify(samples, gain)
                    track[start * PER_MS:start * PER_MS + len(louder)] = louder
    return track


# --- writing ----------------------------------------------------------------------------------

def payloadText(sentences, words):
    """The request as JSON, one sentence or word per line."""
    dump = lambda value: json.dumps(value, ensure_ascii=False)
    rows = lambda values: ",\n".join("      " + dump(value) for value in values)
    block = lambda value: json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n  ")
    return (f'{{\n  "job_id": {dump(JOB)},\n  "transcript": {{\n    "language": "en",\n'
            f'    "sentences": [\n{rows(sentences)}\n    ],\n    "words": [\n{rows(words)}\n    ]\n  }},\n'
            f'  "metadata": {block(METADATA)},\n  "options": {block(OPTIONS)}\n}}\n')


def twoLines(words):
    """The words as one or two lines that fit, the second not much shorter; None where they do not fit."""
    whole = " ".join(words)
    if len(whole) <= LINE:
        return whole
    splits = [(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))]
    splits = [pair for pair in splits if max(map(len, pair)) <= LINE]
    return "\n".join(min(splits, key=lambda pair: abs(len(pair[0]) - len(pair[1])))) if splits else None


def cutCues(words, prefix):
    """Cuts a sentence into runs that fit a cue, of similar length and preferably after a comma."""
    best = [(0, None)] + [(float("inf"), None)] * len(words)
    for end in range(1, len(words) + 1):
        for start in range(end - 1, max(-1, end - 25), -1):
            texts = ([prefix] if prefix and start == 0 else []) + [word["text"] for word in words[start:end]]
            if twoLines(texts) is None:
                break
            cost = best[start][0] + (2 * LINE - len(" ".join(texts))) ** 2 + 400
            cost -= 500 if end < len(words) and words[end - 1]["text"].endswith((",", ";", ":")) else 0
            if cost < best[end][0]:
                best[end] = (cost, start)
    runs, end = [], len(words)
    while end:
        runs.insert(0, words[best[end][1]:end])
        end = best[end][1]
    return runs


def stamp(milliseconds, mark):
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{mark}{rest:03}"


def subtitles(sentences, words):
    """The transcript as SubRip and as WebVTT."""
    bySentence = [[] for _ in sentences]
    for word in words:
        bySentence[word["sentence_index"]].append(word)
    srt, vtt, last = [], ["WEBVTT\n"], None
    for sentence, own in zip(sentences, bySentence):
        name = NAMES[sentence["speaker_id"]]
        prefix = f"{name.split()[0]}:" if name != last else ""
        for run in cutCues(own, prefix):
            texts = [word["text"] for word in run]
            named = twoLines([prefix] + texts if prefix else texts)
            times = [stamp(run[0]["start"], mark) + " --> " + stamp(run[-1]["end"], mark) for mark in ",."]
            srt.append(f"{len(srt) + 1}\n{times[0]}\n{named}\n")
            vtt.append(f"{times[1]}\n<v {name}>{twoLines(texts)}</v>\n")
            prefix, last = "", name
    return "\n".join(srt), "\n".join(vtt)


# --- checking ---------------------------------------------------------------------------------

def checkTranscript(script):
    payload = json.loads((FOLDER / "interview.payload.json").read_text("utf-8"))
    assert list(payload) == ["job_id", "transcript", "metadata", "options"]
    sentences, words = payload["transcript"]["sentences"], payload["transcript"]["words"]
    assert len(sentences) == len(script)
    assert all(set(row) == {"text", "start", "end", "speaker_id"} for row in sentences)
    assert all(set(row) == {"text", "start", "end", "sentence_index"} for row in words)
    assert all(type(row[key]) is int for row in sentences + words for key in ("start", "end"))
    assert all(before["end"] <= after["start"] for before, after in zip(sentences, sentences[1:]))
    assert all(before["end"] <= after["start"] for before, after in zip(words, words[1:]))
    assert all(row["start"] < row["end"] for row in sentences + words) and sentences[0]["start"] >= 0
    indexes = [word["sentence_index"] for word in words]
    assert indexes == sorted(indexes) and set(indexes) == set(range(len(sentences)))
    for index, (sentence, line) in enumerate(zip(sentences, script)):
        own = [word for word in words if word["sentence_index"] == index]
        assert " ".join(word["text"] for word in own) == sentence["text"] == " ".join(line["words"])
        assert (own[0]["start"], own[-1]["end"]) == (sentence["start"], sentence["end"])
        assert sentence["speaker_id"] == SPEAKERS[line["speaker"]][0]
    cues = (FOLDER / "interview.srt").read_text("utf-8").strip().split("\n\n")
    texts = [cue.split("\n", 2)[2] for cue in cues]
    assert all(len(text) <= 84 and all(len(line) <= LINE for line in text.split("\n")) for text in texts)
    bare = " ".join(re.sub(r"^(Corin|Marta): ?\n?", "", text) for text in texts)
    assert bare.split() == [word["text"] for word in words]
    voices = re.findall(r"<v [^>]+>(.*?)</v>", (FOLDER / "interview.vtt").read_text("utf-8"), re.S)
    assert " ".join(voices).split() == [word["text"] for word in words]
    return sentences, words, len(cues)


def checkSound(sentences, words):
    """Compares the times with the energy of the encoded sound and prints what was found."""
    path = FOLDER / "interview.opus"
    assert path.stat().st_size < 5_000_000
    frames, duration = levels(path)
    assert abs(duration - words[-1]["end"] - TAIL_MS) < 50
    spoken = [word for word in words if not word["text"].startswith("[")]
    firsts = {word["sentence_index"]: word for word in reversed(spoken)}
    lasts = {word["sentence_index"]: word for word in spoken}
    loud = lambda start, end: [at for at in range(start // 10, -(-end // 10)) if frames[at] > QUIET_DB]
    quiet = total = silent = 0
    onsets, offsets = [], []
    for index in range(len(sentences)):
        start, end = firsts[index]["start"], lasts[index]["end"]
        onsets.append(min(loud(start - 80, start + 400)) * 10 - start)
        offsets.append(max(loud(end - 400, end + 80)) * 10 + 10 - end)
        if index + 1 < len(sentences):
            gap = range(-(-(end + 60) // 10), (firsts[index + 1]["start"] - 40) // 10)
            quiet += sum(frames[at] <= QUIET_DB for at in gap)
            total += len(gap)
            silent += all(frames[at] <= QUIET_DB for at in gap)
    heard = sum(bool(loud(word["start"], word["end"])) for word in spoken)
    loudness, peak = measure(path)
    within = lambda values, limit: 100 * sum(abs(value) <= limit for value in values) / len(values)
    print(f"{duration / 1000:.1f} s, {len(spoken)} spoken words, {len(sentences)} sentences, "
          f"{path.stat().st_size} bytes, {loudness} LUFS, peak {peak} dBFS")
    print(f"silent gaps {silent} of {len(sentences) - 1}, quiet frames in gaps {100 * quiet / total:.2f} %, "
          f"words with sound {heard} of {len(spoken)}")
    for name, values in (("starts", onsets), ("ends", offsets)):
        print(f"sentence {name}: median {statistics.median(values):+.0f} ms, within 50 ms {within(values, 50):.1f} %, "
              f"within 100 ms {within(values, 100):.1f} %, extremes {min(values):+d} {max(values):+d} ms")
    assert heard >= 0.995 * len(spoken) and quiet >= 0.99 * total
    assert within(onsets, 100) > 98 and within(offsets, 150) > 98
    assert abs(loudness - LOUDNESS) < 1.5 and peak < -0.5


def main():
    script = parseScript((FOLDER / "interview.txt").read_text("utf-8"))
    if "--check" not in sys.argv[1:]:
        sentences, words, pieces, duration = perform(script)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "track.wav"
            writeWave(path, mix(pieces, duration))
            encode(path, FOLDER / "interview.opus")
        (FOLDER / "interview.payload.json").write_text(payloadText(sentences, words), "utf-8")
        srt, vtt = subtitles(sentences, words)
        (FOLDER / "interview.srt").write_text(srt, "utf-8")
        (FOLDER / "interview.vtt").write_text(vtt, "utf-8")
    sentences, words, cues = checkTranscript(script)
    print(f"{cues} cues")
    checkSound(sentences, words)


if __name__ == "__main__":
    main()
