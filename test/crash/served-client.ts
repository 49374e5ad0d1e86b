import type { Address } from './served-process.ts';

export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The server is gone: what was asked may have been done or not, and nobody was told. */
export class Gone extends Error {}

/** Who asks a served world, as school, as student and as who runs the simulation. */
export class ServedClient {
  readonly address: Address;

  constructor(address: Address) {
    this.address = address;
  }

  get school() {
    const [school] = this.address.schools.filter(({ slug }) => slug === 'mihon-university');
    if (school === undefined) throw new TypeError('the world has no sample school');
    return school;
  }

  asSchool(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.ask(method, this.school.url + path, { bearer: this.school.token, body });
  }

  asHarness(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.ask(method, this.address.api + path, { bearer: this.address.token, body });
  }

  asStudent(method: string, path: string, body?: unknown, bearer?: string): Promise<Answer> {
    return this.ask(method, this.address.wallet + path, { body, ...(bearer !== undefined && { bearer }) });
  }

  /** Text goes out as CSV, anything else as JSON. Throws {@link Gone}. */
  async ask(method: string, url: string, { bearer, body }: { bearer?: string; body?: unknown }): Promise<Answer> {
    const isText = typeof body === 'string';
    try {
      const answer = await fetch(url, {
        method,
        headers: {
          'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) Mobile/15E148 Safari/604.1',
          ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
          ...(body !== undefined && { 'content-type': isText ? 'text/csv' : 'application/json' }),
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? {} : JSON.parse(text) };
    } catch (error) {
      throw new Gone('no answer', { cause: error });
    }
  }
}
