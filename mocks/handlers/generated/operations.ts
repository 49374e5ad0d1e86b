// Written by npm run generate from the operations of the services.

/** Where the services live when nobody says otherwise. */
export const simulatedOrigins = {"issuer":"https://issuer.openbadge.test","wallet":"https://wallet.openbadge.test","verifier":"https://verifier.openbadge.test"} as const;

/** Every operation of every service. */
export const operations = [
] as const;
