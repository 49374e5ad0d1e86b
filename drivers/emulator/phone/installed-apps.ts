import { basename } from 'node:path';
import type { PhoneModel } from '../../handset/index.ts';
import type { AppPackage } from '../apps/app-package.ts';
import { requireInstallable } from '../apps/install-gate.ts';
import { type PackageInFolder, readPackage } from '../apps/read-package.ts';
import type { PhoneApp } from './phone.ts';
import { systemAppsOf } from './system-apps.ts';

/** What is on the phone. */
export class InstalledApps {
  readonly #model: PhoneModel;
  readonly #system: readonly PhoneApp[];
  /** In the order in which they came. */
  readonly #packages = new Map<string, PackageInFolder>();

  constructor(model: PhoneModel) {
    this.#model = model;
    this.#system = systemAppsOf(model);
  }

  get all(): readonly PhoneApp[] {
    return [...this.#system, ...this.packages];
  }

  get packages(): readonly AppPackage[] {
    return [...this.#packages.values()].map(({ app }) => app);
  }

  /** By own id, package or bundle. */
  find(id: string): PhoneApp | undefined {
    return this.all.find((app) => app.id === id || app.bundleId === id || app.appPackage === id);
  }

  package(id: string): PackageInFolder | undefined {
    return this.#packages.get(id);
  }

  isSystem(id: string): boolean {
    return this.#system.some((app) => app.id === id);
  }

  /** Throws Error with the text of the real drivers when the package or the phone is not right for it. */
  add(folder: string, version: string): AppPackage {
    const found = readPackage(folder);
    if (this.isSystem(found.app.id)) {
      throw new Error(`The application at '${basename(folder)}' calls itself ${found.app.id}, as an app of the system`);
    }
    requireInstallable(found, this.#model, version);
    this.#packages.set(found.app.id, found);
    return found.app;
  }

  delete(id: string): void {
    this.#packages.delete(id);
  }
}
