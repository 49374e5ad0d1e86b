import { standardForm, witnessStencils } from '#sim/proof';

/** Before each file of tests: whatever a stencil makes, anywhere, is what the standard algorithm makes of it. */
witnessStencils(async (document, text) => {
  const { text: standard } = await standardForm(document);
  if (text !== standard) throw new Error(`a stencil differs from the standard way:\n${text}\n${standard}`);
});
