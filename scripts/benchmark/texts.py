"""The text members of the benchmark's archives, similar to most text in a sysdiagnose.

By size, 60 % are lines like those of `log show`, 20 % stacks and records in JSON (.ips), 10 % property lists, and 10 %
tables of processes. Phrases repeat; times, addresses, counters and UUIDs do not. `gzip -6` compresses it 5.0:1. It
compresses real texts 11:1 (a package manager's log of 340 KB, a footprint of 512 KB), 7:1 (vm_stat), 4.6:1 (zprint) and
2.9:1 (kextstat, full of UUIDs).
"""

from __future__ import annotations

import random
import uuid
from typing import Callable

PROCESSES = """WindowServer loginwindow mDNSResponder bluetoothd airportd configd powerd cfprefsd locationd sharingd rapportd
cloudd bird nsurlsessiond trustd securityd tccd syspolicyd runningboardd launchservicesd coreaudiod coreduetd dasd symptomsd
apsd identityservicesd imagent photolibraryd mediaanalysisd mds mds_stores mdworker_shared fseventsd logd kernel sandboxd
UserEventAgent softwareupdated backupd diskarbitrationd amfid opendirectoryd watchdogd thermalmonitord contextstored""".split()

PHRASES = """activating connection: mach=true listener=false peer=false name=com.apple.{name}.peer[{n}].{h}
invalidated because the client process (pid {n}) either cancelled the connection or exited
[{h}] Session canceled.
Acquiring assertion targeting [app<application.com.example.{name}({n})>:{n}] from originator [osservice<com.apple.{name}>:{n}] with description <RBSAssertionDescriptor| "{name}" ID:{n}-{n}-{n} target:{n}>
Invalidating assertion {n}-{n}-{n} (target:[app<application.com.example.{name}>:{n}]) from originator [osservice<com.apple.{name}>:{n}]
[app<application.com.example.{name}({n})>:{n}] Ignoring jetsam update because this process is not memory-managed
Connection {n}: received failure notification, error domain 1, code {s}
nw_path_evaluator_start [{u} <NULL> generic, attribution: developer] path: satisfied (Path is satisfied), interface: en0[802.11], ipv4, dns
TCP Conn {h} started, task <{u}>.<{s}> finished with {n} bytes in {f} s
client {name}[{n}] asked for kTCCServiceSystemPolicyAllFiles: AUTHREQ_RESULT: msgID={n}.{s}, authValue=2, authReason=4
looking for fresh entry for domain {name} found {s} records, age {f}
PM scheduled RTC wake event: WakeImmediate inDelta={f} requestID={n}
DASActivity com.apple.{name}.maintenance:{h}: score {f}, eligible: 0, policies: Thermal 1.0, Battery {f}, Network {f}
IOHIDEventSystemClient {h} event dispatch latency {n} us, queue depth {s}
SecTrustEvaluate result 0, chain of {s} certificates, leaf {u}, took {f} ms
kext cache rebuilt for volume {u}: {n} prelinked, {s} skipped
writing {n} bytes to /private/var/db/{name}/store-{u}.db-wal, checkpoint {s}
APFS: volume {u}: transaction {n}: {s} extents freed, {n} blocks left
display {h} brightness {f} nits target {f} ramp {s} ms""".splitlines()

SUBSYSTEMS = ["com.apple.xpc:connection", "com.apple.runningboard:assertion", "com.apple.network:path", "com.apple.TCC:access",
              "com.apple.mDNSResponder:Default", "com.apple.duetactivityscheduler:scoring", "com.apple.iohid:events"]


def fill(rng: random.Random, phrase: str) -> str:
    makers: dict[str, Callable[[], str]] = {
        "{n}": lambda: str(rng.randint(100, 99999)), "{s}": lambda: str(rng.randint(0, 40)), "{f}": lambda: f"{rng.random() * 90:.3f}",
        "{h}": lambda: f"0x{rng.getrandbits(36):09x}", "{name}": lambda: rng.choice(PROCESSES), "{u}": lambda: identifier(rng),
    }
    for mark, make in makers.items():
        while mark in phrase:
            phrase = phrase.replace(mark, make(), 1)
    return phrase


def identifier(rng: random.Random) -> str:
    return str(uuid.UUID(int=rng.getrandbits(128))).upper()


def log(rng: random.Random) -> str:
    time, lines = rng.randint(0, 86_000_000_000), []
    for _ in range(400):
        time += rng.randint(5, 40_000)
        seconds, micros = divmod(time, 1_000_000)
        process = rng.choice(PROCESSES)
        lines.append(f"2026-03-14 {seconds // 3600 % 24:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{micros:06}+0100 0x{rng.getrandbits(20):<8x} "
                     f"{rng.choice(('Default', 'Default', 'Info', 'Error')):11} 0x{rng.choice((0, 0, rng.getrandbits(20))):<18x} {rng.randint(80, 1400):<6} 0    "
                     f"{process}: ({process}Core) [{rng.choice(SUBSYSTEMS)}] {fill(rng, rng.choice(PHRASES))}\n")
    return "".join(lines)


def stacks(rng: random.Random) -> str:
    frames = [f'      {{"imageOffset":{rng.randint(1000, 9_000_000)},"symbol":"-[{rng.choice(PROCESSES)}Manager handle{rng.choice(PROCESSES).capitalize()}:]",'
              f'"symbolLocation":{rng.randint(4, 900)},"imageIndex":{rng.randint(0, 30)}}}' for _ in range(60)]
    images = [f'    {{"source":"P","arch":"arm64e","base":{rng.getrandbits(40)},"size":{rng.getrandbits(20)},"uuid":"{identifier(rng).lower()}",'
              f'"path":"/System/Library/PrivateFrameworks/{name}.framework/Versions/A/{name}","name":"{name}"}}' for name in rng.sample(PROCESSES, 12)]
    return ('{"app_name":"%s","timestamp":"2026-03-14 16:%02d:%02d.00 +0100","bug_type":"309","os_version":"macOS 26.3 (25D2128)"}\n{\n  "threads":[\n%s\n  ],\n'
            '  "usedImages":[\n%s\n  ]\n}\n' % (rng.choice(PROCESSES), rng.randint(0, 59), rng.randint(0, 59), ",\n".join(frames), ",\n".join(images)))


def properties(rng: random.Random) -> str:
    items = "".join(f"\t\t<dict>\n\t\t\t<key>BundleIdentifier</key>\n\t\t\t<string>com.apple.{rng.choice(PROCESSES)}.{rng.choice(PROCESSES)}</string>\n"
                    f"\t\t\t<key>BundleVersion</key>\n\t\t\t<string>{rng.randint(1, 900)}.{rng.randint(0, 40)}</string>\n\t\t\t<key>LoadAddress</key>\n"
                    f"\t\t\t<integer>{rng.getrandbits(44)}</integer>\n\t\t\t<key>UUID</key>\n\t\t\t<string>{identifier(rng)}</string>\n\t\t</dict>\n" for _ in range(40))
    return ('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n'
            f'<plist version="1.0">\n<dict>\n\t<key>Items</key>\n\t<array>\n{items}\t</array>\n</dict>\n</plist>\n')


def processes(rng: random.Random) -> str:
    rows = "".join(f"{rng.choice(('root', 'test-user', '_windowserver', '_locationd')):16} {pid:6} {rng.choice((1, 1, rng.randint(80, 900))):5} {rng.random() * 9:5.1f} "
                   f"{rng.random() * 3:4.1f} {rng.randint(30_000_000, 420_000_000):9} {rng.randint(900, 900_000):7}   ??  {rng.choice(('Ss', 'S', 'R', 'Ss'))}   "
                   f"{rng.randint(0, 9)}:{rng.random() * 60:05.2f} /usr/libexec/{rng.choice(PROCESSES)}\n" for pid in range(80, 380))
    return "USER                PID  PPID  %CPU %MEM       VSZ     RSS   TT  STAT    TIME COMMAND\n" + rows


def block(rng: random.Random, size: int) -> bytes:
    """Text of `size` bytes."""
    kinds = {log: 0.60, stacks: 0.20, properties: 0.10, processes: 0.10}
    parts = []
    for make, share in kinds.items():
        wanted = int(size * share) + 1
        while wanted > 0:
            parts.append(make(rng).encode())
            wanted -= len(parts[-1])
    rng.shuffle(parts)
    return b"".join(parts)[:size]
