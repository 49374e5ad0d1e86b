import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

/** The app of the service, as the build packs it. */
export const walletAppFolder = fileURLToPath(new URL('../../built/wallet-app/', import.meta.url));

/** The version of it before the last: what it shows is the same, what it calls itself is not. */
export const formerWalletFolder = fileURLToPath(new URL('../../built/wallet-app/before/', import.meta.url));

/** Pages of the handset’s own system. */
export const systemFolder = fileURLToPath(new URL('../../built/handset/', import.meta.url));

/** Where Appium finds this driver: the folder of the manifest that names it. */
export const appiumHome = fileURLToPath(new URL('../../', import.meta.url));

/** Types of Appium are TypeScript sources that ours cannot take in: it is loaded without them, and only when a server starts. */
export const loadPackage: (name: string) => unknown = createRequire(import.meta.url);
