import type { Json } from '#sim/kernel';
import type { Phone, PhoneApp } from './phone/phone.ts';
import type { PhoneOptions } from './phone/phone-options.ts';
import type { AppWindow, TouchMove } from './window/app-window.ts';

/** Answers what the agent of a window is asked; throws what it would. */
export type AgentAnswers = (command: string, given: readonly Json[]) => Json;

export interface FakeWindow extends AppWindow {
  readonly asked: (readonly [command: string, ...given: readonly Json[]])[];
  readonly touched: TouchMove[];
  typed: string;
}

/** A window with nothing behind it: what the agent and the page would say is given. */
export function fakeWindow(answers: AgentAnswers = () => [], execute: (body: string) => Json = () => null): FakeWindow {
  const window: FakeWindow = {
    asked: [],
    touched: [],
    typed: '',
    url: 'https://wallet.openbadge.test/app/',
    title: 'LecoS',
    async open() {},
    async agent<Answer>(command: string, ...given: readonly Json[]) {
      window.asked.push([command, ...given]);
      return answers(command, given) as Answer;
    },
    execute: async (body) => execute(body),
    async touch(moves) {
      window.touched.push(...moves);
    },
    async type(text) {
      window.typed += text;
    },
    screenshot: async () => Buffer.from('png'),
    async settle() {},
    async setClock() {},
    async setScreen() {},
    async setLook() {},
    async setVisible() {},
    async [Symbol.asyncDispose]() {},
  };
  return window;
}

const wallet: PhoneApp = {
  id: 'wallet',
  name: { ja: 'LecoS', en: 'LecoS' },
  bundleId: 'test.openbadge.wallet',
  appPackage: 'test.openbadge.wallet',
  appActivity: '.MainActivity',
};

export interface FakePhone extends Phone {
  /** The window in front. */
  show(window: AppWindow): void;
  readonly isGone: boolean;
  readonly opened: readonly string[];
}

type Shown = Pick<PhoneOptions, 'model' | 'version' | 'udid'>;

/** A handset that shows one window of the wallet app and does nothing. */
export function fakePhone({ model, version, udid }: Shown, first: AppWindow = fakeWindow()): FakePhone {
  let front = first;
  let isGone = false;
  const opened: string[] = [];
  const phone: Partial<FakePhone> = {
    model,
    version,
    udid,
    opened,
    orientation: 'PORTRAIT',
    network: 'on',
    apps: [wallet],
    get isGone() {
      return isGone;
    },
    show(window) {
      front = window;
    },
    front: () => front,
    frontApp: () => wallet,
    webViews: () => [{ app: wallet, window: front }],
    app: (id) => [wallet].find((app) => [app.id, app.bundleId].includes(id)),
    async install(folder) {
      if (folder === '/too-new') throw new Error('Failure [INSTALL_FAILED_OLDER_SDK]');
    },
    async activate(id) {
      opened.push(id);
    },
    alert: () => undefined,
    async settle() {},
    screenshot: async () => Buffer.from('png'),
    async [Symbol.asyncDispose]() {
      isGone = true;
    },
  };
  return phone as FakePhone;
}
