import { fuzzMailDialogues } from './test/fuzz/mail-dialogues.ts';
console.log(await fuzzMailDialogues(20_000, 7));
