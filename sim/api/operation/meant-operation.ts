import type { Operation } from './operation.ts';

/** The operation that a request means, though it may be refused; `isOther` when its path has none of that method. */
export interface Meant<Context> {
  readonly operation: Operation<Context>;
  readonly isOther: boolean;
}

/** "When matching URLs, concrete (non-templated) paths would be matched before": https://spec.openapis.org/oas/v3.1.1.html#paths-object */
export function concreteFirst(left: { readonly path: string }, right: { readonly path: string }): number {
  const [one, other] = [left, right].map(({ path }) => path.replaceAll('{', '\uffff')) as [string, string];
  return Number(one > other) - Number(one < other);
}

/** Finds operations as the router does, but also where it may not come to: broken escapes, a service that is down. */
export function operationFinder<Context>(
  operations: readonly Operation<Context>[],
): (method: string, path: string) => Meant<Context> | undefined {
  const byPath = Map.groupBy(operations.toSorted(concreteFirst), ({ path }) => path);
  const routes = [...byPath].map(([path, ofPath]) => ({ pattern: patternOf(path), ofPath }));
  return (method, path) => {
    const ofPath = routes.find(({ pattern }) => pattern.test(path))?.ofPath;
    const [first] = ofPath ?? [];
    if (ofPath === undefined || first === undefined) return undefined;
    // https://www.rfc-editor.org/rfc/rfc9110#section-9.3.2
    const sought = method === 'HEAD' ? 'get' : method.toLowerCase();
    const operation = ofPath.find((one) => one.method === sought);
    return { operation: operation ?? first, isOther: operation === undefined };
  };
}

function patternOf(path: string): RegExp {
  const literal = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()[\]|\\{}]/g, '\\$&'));
  return new RegExp(`^${literal.join('[^/]+')}/?$`);
}
