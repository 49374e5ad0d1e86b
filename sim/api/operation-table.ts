import type { ServiceName } from './about.ts';
import { services } from './services.ts';

/** One line of the list of all operations: enough to know its request by. */
export interface TabledOperation {
  readonly service: ServiceName;
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With names in braces. */
  readonly path: string;
}

/** Every operation of every service. Throws TypeError when two of one service have one name. */
export function operationTable(): readonly TabledOperation[] {
  const table = (Object.keys(services) as ServiceName[]).flatMap((service) =>
    services[service].operations.map(({ id, method, path }) => ({ service, id, method, path })),
  );
  const seen = new Set<string>();
  for (const { service, id } of table) {
    if (seen.has(`${service} ${id}`)) throw new TypeError(`two operations of the ${service} are called ${id}`);
    seen.add(`${service} ${id}`);
  }
  return table;
}
