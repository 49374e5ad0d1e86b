import { AgentFault } from './agent-fault.ts';

/** What an element reference stands for: an element, or a run of text between elements. */
export type Subject = Element | Text;

/** Keys of elements, as long as their document stands: `<document>.<number>`, and `/app` for the app around it. */
export class ElementRegistry {
  readonly #keys = new WeakMap<Subject, string>();
  readonly #subjects = new Map<string, WeakRef<Subject>>();
  readonly #document: number;

  constructor(document: number) {
    this.#document = document;
  }

  keyOf(subject: Subject): string {
    const known = this.#keys.get(subject);
    if (known !== undefined) return known;
    const key = `${this.#document}.${this.#subjects.size + 1}`;
    this.#keys.set(subject, key);
    this.#subjects.set(key, new WeakRef(subject));
    return key;
  }

  /** Throws AgentFault `stale element reference`. */
  subject(key: string): Subject {
    const found = this.#subjects.get(key.replace('/app', ''))?.deref();
    if (found?.isConnected) return found;
    throw new AgentFault('stale element reference', `The element '${key}' is not on the page any more`);
  }

  /** The element, or the one around a run of text. */
  element(key: string): Element {
    const subject = this.subject(key);
    const element = subject instanceof Element ? subject : subject.parentElement;
    if (element !== null) return element;
    throw new AgentFault('stale element reference', `The element '${key}' is not on the page any more`);
  }
}
