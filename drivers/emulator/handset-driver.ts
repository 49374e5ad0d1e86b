import { BaseDriver, errors } from 'appium/driver.js';
import { type CapabilityConstraints, capabilityConstraints, refuseUnknownCapabilities } from './capabilities.ts';
import { actionCommands } from './commands/actions.ts';
import { alertCommands, answerByItself } from './commands/alert.ts';
import type { Command, Commands } from './commands/command.ts';
import { contextCommands } from './commands/context.ts';
import { elementCommands } from './commands/element.ts';
import { executeCommands } from './commands/execute.ts';
import { executeMethodMap, type ListedMethod } from './commands/execute-methods.ts';
import { findCommands } from './commands/find.ts';
import { keyboardCommands } from './commands/keyboard.ts';
import { legacyCommands } from './commands/legacy.ts';
import { orientationCommands } from './commands/orientation.ts';
import { screenshotCommands } from './commands/screenshot.ts';
import { sourceCommands } from './commands/source.ts';
import { timeoutCommands } from './commands/timeouts.ts';
import { webCommands } from './commands/web.ts';
import { makePhone } from './make-phone.ts';
import { type MethodMap, newMethodMap } from './method-map.ts';
import type { Phone } from './phone/phone.ts';
import { type Rack, rackOf } from './rack.ts';
import type { Session } from './session.ts';
import { endSession, startSession } from './session-start.ts';
import { isBrowserGone, wireError } from './wire-error.ts';

/**
 * The Appium driver that is a handset. Its commands are functions over the session, one file a topic; Appium calls them by
 * their names in the list of routes.
 */
export class HandsetDriver extends BaseDriver<CapabilityConstraints> {
  static readonly newMethodMap: MethodMap = newMethodMap;
  static readonly executeMethodMap: Readonly<Record<string, ListedMethod>> = executeMethodMap;
  session: Session | undefined;
  #rack: Rack | undefined;

  constructor(...given: ConstructorParameters<typeof BaseDriver<CapabilityConstraints>>) {
    super(...given);
    this.desiredCapConstraints = capabilityConstraints;
  }

  /** Of the server; a driver without one (tests) has a rack of its own. */
  get rack(): Rack {
    this.#rack ??= rackOf(this.server ?? this);
    return this.#rack;
  }

  makePhone(options: Parameters<typeof makePhone>[0]): Promise<Phone> {
    return makePhone(options);
  }

  /** With a handset as the capabilities ask for it. */
  begin(): Promise<Session> {
    return startSession(this, this.caps);
  }

  /** Throws `session not created`, and what the real drivers say when the app does not go onto the handset. */
  override async createSession(...given: Parameters<BaseDriver<CapabilityConstraints>['createSession']>) {
    const created = await super.createSession(...given);
    try {
      this.session = await this.begin();
    } catch (failure) {
      await this.deleteSession();
      throw sessionError(failure);
    }
    // No BiDi: Appium would tell the client of a socket that leads nowhere.
    Reflect.deleteProperty(this.caps, 'webSocketUrl');
    return created;
  }

  override async deleteSession(sessionId?: string): Promise<void> {
    const { session } = this;
    this.session = undefined;
    try {
      if (session !== undefined) await endSession(this, session);
    } finally {
      await super.deleteSession(sessionId);
    }
  }

  override validateDesiredCaps(capabilities: Parameters<BaseDriver<CapabilityConstraints>['validateDesiredCaps']>[0]) {
    const isValid = super.validateDesiredCaps(capabilities);
    if (this.shouldValidateCaps) refuseUnknownCapabilities(capabilities);
    return isValid;
  }

  override async executeCommand<Answer = unknown>(command: string, ...given: unknown[]): Promise<Answer> {
    try {
      return await super.executeCommand<Answer>(command, ...given);
    } catch (failure) {
      if (isBrowserGone(failure) && this.session !== undefined) await this.startUnexpectedShutdown(failure);
      throw wireError(failure);
    }
  }
}

function sessionError(failure: unknown): unknown {
  const told = wireError(failure);
  return told !== failure && told instanceof Error ? new errors.SessionNotCreatedError(told.message, told) : failure;
}

const commands: Commands = {
  ...actionCommands,
  ...alertCommands,
  ...contextCommands,
  ...elementCommands,
  ...executeCommands,
  ...findCommands,
  ...keyboardCommands,
  ...legacyCommands,
  ...orientationCommands,
  ...screenshotCommands,
  ...sourceCommands,
  ...timeoutCommands,
  ...webCommands,
};

for (const [name, command] of Object.entries(commands)) {
  const run = command as (session: Session, ...given: readonly unknown[]) => ReturnType<Command>;
  Object.defineProperty(HandsetDriver.prototype, name, {
    configurable: true,
    writable: true,
    async value(this: HandsetDriver, ...given: readonly unknown[]): Promise<unknown> {
      if (this.session === undefined) throw new errors.NoSuchDriverError();
      // The route puts the id of the session last.
      const own = given.at(-1) === this.sessionId ? given.slice(0, -1) : given;
      const answer = await run(this.session, ...own);
      await answerByItself(this.session);
      return answer;
    },
  });
}
