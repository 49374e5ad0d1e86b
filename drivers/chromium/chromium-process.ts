import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { ServiceError } from '#sim/errors';
import type { ChromiumProgram } from './chromium-program.ts';
import { createDevtoolsPipe, type DevtoolsPipe } from './devtools-pipe.ts';

export interface ChromiumProcess {
  readonly pipe: DevtoolsPipe;
  /** With everything that it started. */
  kill(): void;
  /** Ends the browser and removes its profile. */
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * No proxy listens there: what is not on loopback, which never takes a proxy, reaches nobody, by name or by number. A
 * page's own list of what it may ask for (see page) is the other wall.
 */
const noWayOut = ['--proxy-server=http://127.0.0.1:9', '--force-webrtc-ip-handling-policy=disable_non_proxied_udp'];

const flags = [
  '--headless',
  // Tabs behind others paint as those in front do.
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--disable-background-timer-throttling',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--password-store=basic',
  '--use-mock-keychain',
  '--hide-scrollbars',
  // Pictures of one page are to be alike on every machine.
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  // A frame in a process of its own is painted at another scale than its page.
  '--disable-features=IsolateSandboxedIframes',
  ...noWayOut,
];

/** Starts a browser with a profile of its own, which is gone with it. Throws ServiceError `chromium-failed`. */
export async function startChromium(program: ChromiumProgram): Promise<ChromiumProcess> {
  const { executable } = program;
  removeAbandoned();
  const profile = mkdtempSync(join(tmpdir(), `${ownProfiles()}${process.pid}-`));
  const child = spawnIn(profile, program);
  // Not `exit`: helpers of the browser may outlive it by a moment, and write into the profile.
  const gone = once(child, 'close').catch(() => undefined);
  const pipe = createDevtoolsPipe(child.stdio[3] as Writable, child.stdio[4] as Readable);
  let words = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    words = `${words}${text}`.slice(-2_000);
  });
  const fail = (reason: string): void => pipe.end(new ServiceError('chromium-failed', { executable, reason }));
  child.once('error', ({ message }) => fail(message));
  child.once('exit', (code, signal) => fail(words.trim().split('\n').at(-1) || `exit ${code ?? signal}`));
  const removeAtExit = (): void => {
    kill(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  process.once('exit', removeAtExit);
  const end = async (): Promise<void> => {
    process.off('exit', removeAtExit);
    // Closing the pipe asks it to end, and it does; the signal is for one that hangs, and for a shell around it.
    await pipe.send('Browser.close').catch(() => undefined);
    if (child.pid !== undefined) await Promise.race([gone, once(AbortSignal.timeout(10_000), 'abort')]);
    kill(child);
    if (child.pid !== undefined) await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await pipe.send('Browser.getVersion');
  } catch (error) {
    await end();
    throw error;
  }
  return { pipe, kill: () => kill(child), [Symbol.asyncDispose]: end };
}

/**
 * In a group of its own, so that its helpers go with it. When this process is killed outright, the pipe closes, the
 * browser ends by that, and the shell that waits for it removes the profile.
 */
function spawnIn(profile: string, { executable, libraries }: ChromiumProgram): ChildProcess {
  const own = [...flags, `--user-data-dir=${profile}`, ...(isRoot() ? ['--no-sandbox'] : []), 'about:blank'];
  const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
  const env = { ...process.env, ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }) };
  if (process.platform === 'win32') return spawn(executable, own, { stdio: [...stdio], windowsHide: true });
  const script = 'profile=$1; shift; trap : TERM INT HUP; "$@" 3<&3 4>&4; code=$?; rm -rf -- "$profile"; exit $code';
  return spawn('/bin/sh', ['-c', script, 'sh', profile, executable, ...own], {
    stdio: [...stdio],
    env,
    detached: true,
  });
}

/** Chromium's own sandbox does not start for root. */
function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Of this machine: containers may share the folder of temporary files, and their numbers of processes mean others. */
function ownProfiles(): string {
  return `todoku-chromium-${hostname()}-`;
}

/** A process that was killed with everything around it leaves its profile; whoever starts next removes it. */
function removeAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(ownProfiles())) continue;
    const owner = Number.parseInt(name.slice(ownProfiles().length), 10);
    if (isRunning(owner)) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It is somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
