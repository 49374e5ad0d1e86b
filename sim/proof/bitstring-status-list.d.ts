/** The package carries no types. https://github.com/digitalbazaar/vc-bitstring-status-list */
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export class BitstringStatusList {
    constructor(options: { readonly length: number });
    readonly length: number;
    setStatus(index: number, isSet: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
    static decode(options: { readonly encodedList: string }): Promise<BitstringStatusList>;
  }
}
