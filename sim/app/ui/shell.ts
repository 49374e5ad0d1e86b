/** What the shell around an installed app gives its pages; absent in a plain browser. */
export interface LecosShell {
  readonly platform: string;
  /** As the owner names the device: `iPhone 17`. */
  readonly model: string;
  /** OKP, Ed25519: https://www.rfc-editor.org/rfc/rfc8037#section-2 */
  publicKey(): Promise<JsonWebKey>;
  /** Base64url in and out. */
  sign(data: string): Promise<string>;
  /** Face, finger or passcode. */
  authenticate(reason: string): Promise<boolean>;
}

/** The phone, as far as the pages need one. */
export interface Phone {
  readonly model: string;
  publicKey(): Promise<JsonWebKey>;
  /** The signature of a text, base64url. */
  sign(text: string): Promise<string>;
  /** Absent where there is nothing to show that it is the owner who looks. */
  readonly authenticate?: (reason: string) => Promise<boolean>;
}

export function phoneOf(shell: LecosShell | undefined, userAgent: string): Phone {
  if (shell === undefined) return browserPhone(userAgent);
  return {
    model: shell.model,
    publicKey: () => shell.publicKey(),
    sign: (text) => shell.sign(base64url(new TextEncoder().encode(text))),
    authenticate: (reason) => shell.authenticate(reason),
  };
}

/** Without a shell the key is one of the browser's own, which never leaves it. */
function browserPhone(userAgent: string): Phone {
  const named = /\b(iPhone|iPad|Android|Windows|Macintosh|CrOS)\b/.exec(userAgent)?.[1] ?? '';
  return {
    model: `${named} (Web)`.trim(),
    async publicKey() {
      const { publicKey } = await keptKeys();
      return crypto.subtle.exportKey('jwk', publicKey);
    },
    async sign(text) {
      const { privateKey } = await keptKeys();
      return base64url(new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, new TextEncoder().encode(text))));
    },
  };
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

const database = 'lecos';
const store = 'keys';

async function keptKeys(): Promise<CryptoKeyPair> {
  const opened = indexedDB.open(database, 1);
  opened.onupgradeneeded = () => void opened.result.createObjectStore(store);
  const db = await resultOf(opened);
  try {
    const kept = await resultOf<CryptoKeyPair | undefined>(db.transaction(store).objectStore(store).get('device'));
    if (kept !== undefined) return kept;
    // Not extractable: no script of the page can carry the private half away.
    const made = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    await resultOf(db.transaction(store, 'readwrite').objectStore(store).put(made, 'device'));
    return made;
  } finally {
    db.close();
  }
}

function resultOf<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
