import type { Json } from '#sim/kernel';
import type { Target } from '../../chromium/index.ts';
import { Activity } from './activity.ts';
import { AgentWorld } from './agent-world.ts';
import type { AppWindow, WindowOptions } from './app-window.ts';
import { touch } from './fingers.ts';
import { runScript } from './page-script.ts';
import { answerRequests } from './requests.ts';
import { holdStorage } from './shared-browser.ts';

/** Opens an empty window. Throws ServiceError `chromium-missing`, `chromium-failed`, `pages-not-built`. */
export async function openWindow(options: WindowOptions): Promise<AppWindow> {
  const storage = await holdStorage(options.storage);
  const target = await storage.context.openTarget();
  const activity = new Activity();
  let screen = options.screen;
  let place = { url: 'about:blank', title: '' };
  /** Where we send the window ourselves: nobody is asked whether it may go there. */
  let sentTo: string | undefined;
  const setting = () => ({ scale: screen.scale, app: options.app ?? { name: '', package: '' } });
  const agent = new AgentWorld(target, setting);
  activity.watch(target);
  const passes = (url: string): boolean => {
    if (sentTo !== undefined || URL.parse(url)?.origin === URL.parse(place.url)?.origin) return true;
    return !options.leaves(url, false);
  };
  answerRequests(target, options.answer, passes, (session) => follow(target, activity, session));
  target.on('Page.frameNavigated', ({ frame }) => {
    const { id, url, urlFragment = '' } = frame as { id: string; url: string; urlFragment?: string };
    if (id === target.id) place = { ...place, url: url + urlFragment };
  });
  target.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    if (frameId === target.id) place = { ...place, url: String(url) };
  });
  target.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    const isForeign = !/^(https?|about|data|blob|javascript):/.test(String(url));
    if (frameId === target.id && disposition === 'currentTab' && isForeign) options.leaves(String(url), false);
  });
  const isSetUp = setUp(target, options);
  target.resume();
  await isSetUp;

  const settle = async (): Promise<void> => {
    for (;;) {
      await activity.quiet();
      const before = activity.begun;
      await agent.call('paint', []).catch(() => undefined);
      if (activity.begun === before && activity.isQuiet) return;
    }
  };
  const open = async (url: string): Promise<void> => {
    sentTo = url;
    try {
      await activity.during(target.send('Page.navigate', { url }));
      await settle();
    } finally {
      sentTo = undefined;
    }
  };
  target.on('Page.windowOpen', ({ url }) => {
    if (!options.leaves(String(url), true)) void open(String(url)).catch(() => undefined);
  });
  return {
    get url() {
      return place.url;
    },
    get title() {
      return place.title;
    },
    open,
    agent: <Answer>(command: string, ...given: readonly Json[]) => agent.call<Answer>(command, given),
    execute: (body, given) => runScript(target, body, given),
    async touch(moves) {
      await touch(target, moves, options.isTouch);
      await settle();
    },
    async type(text) {
      await target.send('Input.insertText', { text });
      await settle();
    },
    async screenshot(area) {
      const clip = area === undefined ? {} : { clip: { ...area, scale: 1 } };
      const { data } = await target.send('Page.captureScreenshot', { format: 'png', ...clip });
      return Buffer.from(String(data), 'base64');
    },
    settle,
    async setClock() {},
    async setScreen(to) {
      screen = to;
      await target.send('Emulation.setDeviceMetricsOverride', metrics(to, options.isTouch));
    },
    async setLook(look) {
      await Promise.all(setLook(target, look));
    },
    async setVisible() {},
    async [Symbol.asyncDispose]() {
      activity.end();
      await target[Symbol.asyncDispose]();
      await storage[Symbol.asyncDispose]();
    },
  };
}

function follow(target: Target, activity: Activity, session: string): void {
  activity.watch(target, session);
  for (const method of ['Page.enable', 'Network.enable']) void target.send(method, {}, session).catch(() => undefined);
}

async function setUp(target: Target, options: WindowOptions): Promise<void> {
  const { send } = target;
  await Promise.all([
    send('Page.enable'),
    // Nobody reads the bodies.
    send('Network.enable', { maxTotalBufferSize: 0, maxResourceBufferSize: 0 }),
    send('Emulation.setDeviceMetricsOverride', metrics(options.screen, options.isTouch)),
    send('Emulation.setTouchEmulationEnabled', { enabled: options.isTouch }),
    send('Emulation.setUserAgentOverride', { userAgent: options.userAgent, acceptLanguage: options.locale }),
    send('Emulation.setFocusEmulationEnabled', { enabled: true }),
    ...setLook(target, options),
  ]);
}

function setLook({ send }: Target, look: Pick<WindowOptions, 'isDark' | 'locale' | 'timeZone'>): Promise<unknown>[] {
  const features = [
    { name: 'prefers-color-scheme', value: look.isDark ? 'dark' : 'light' },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ];
  return [
    send('Emulation.setEmulatedMedia', { features }),
    send('Emulation.setLocaleOverride', { locale: look.locale }),
    send('Emulation.setTimezoneOverride', { timezoneId: look.timeZone }),
  ];
}

function metrics({ width, height, scale }: WindowOptions['screen'], isTouch: boolean): object {
  return { width, height, deviceScaleFactor: scale, mobile: isTouch };
}
