import { ServiceError } from '../errors/index.ts';
import { compareVersions, type World } from '../kernel/index.ts';
import { walletParameters } from './parameters.ts';

/**
 * Turns away an app that is older than the backend works with. The app says its version in User-Agent (`LecoS/1.0`);
 * browsers say none and are always served. Throws ServiceError `app-outdated`.
 */
export function requireCurrentApp(world: World, userAgent: string): void {
  const [, version] = /\bLecoS\/(\d{1,5}(?:\.\d{1,5}){0,3})/.exec(userAgent) ?? [];
  const { appVersionMin } = walletParameters(world);
  if (version !== undefined && compareVersions(version, appVersionMin) < 0) {
    throw new ServiceError('app-outdated', { version, minimum: appVersionMin });
  }
}
