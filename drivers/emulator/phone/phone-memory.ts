/** Things of a phone that clients set and read, and that none of its pages shows. */
export interface PhoneMemory {
  /** Base64, as clients pass it. */
  clipboard: string;
  location: { readonly latitude: number; readonly longitude: number; readonly altitude: number } | undefined;
  isGpsOn: boolean;
  /** Android: what is switched on. */
  radios: { readonly wifi: boolean; readonly data: boolean; readonly airplaneMode: boolean };
  /** By path on the phone. */
  readonly files: Map<string, Buffer>;
  readonly messages: { readonly address: string; readonly body: string }[];
  /** iOS: how large text is. */
  contentSize: string;
  /** Profile of the network condition that a client has set. */
  inducer: string | undefined;
  increaseContrast: string;
  isVoiceOverOn: boolean;
}

export function createMemory(): PhoneMemory {
  return {
    clipboard: '',
    location: undefined,
    isGpsOn: true,
    radios: { wifi: true, data: true, airplaneMode: false },
    files: new Map(),
    messages: [],
    contentSize: 'large',
    inducer: undefined,
    increaseContrast: 'disabled',
    isVoiceOverOn: false,
  };
}
