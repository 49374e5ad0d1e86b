import { type ServiceName, services } from './services.ts';

/** One line of the list of all operations: enough to know its request by. */
export interface TabledOperation {
  readonly service: ServiceName;
  readonly id: string;
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With names in braces. */
  readonly path: string;
}

/** Every operation of every service. Throws TypeError when two have one name: then neither could be told by it. */
export function operationTable(): readonly TabledOperation[] {
  const table = (Object.keys(services) as ServiceName[]).flatMap((service) =>
    services[service].operations.map(({ id, method, path }) => ({ service, id, method, path })),
  );
  const seen = new Set<string>();
  for (const { id } of table) {
    if (seen.has(id)) throw new TypeError(`two operations are called ${id}`);
    seen.add(id);
  }
  return table;
}
