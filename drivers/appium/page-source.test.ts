import { describe, expect, it } from 'vitest';
import { descendants, parsePageSource } from './page-source.ts';

describe('a page source', () => {
  it('is a tree of tags with their attributes', () => {
    const tree = parsePageSource(
      '<?xml version="1.0" encoding="UTF-8"?><hierarchy rotation="0"><a.b.C x=\'1\' y="2"><d/><d/></a.b.C></hierarchy>',
    );
    expect(tree).toMatchObject({ tag: 'hierarchy', attributes: { rotation: '0' } });
    expect(tree.children).toMatchObject([
      { tag: 'a.b.C', attributes: { x: '1', y: '2' }, children: [{ tag: 'd' }, { tag: 'd' }] },
    ]);
    expect([...descendants(tree)]).toHaveLength(4);
  });

  it('has its references resolved, and those that are none left as they stand', () => {
    const { attributes } = parsePageSource(
      '<a text="&lt;b&gt; &amp;&quot;&apos; &#x8a9e;&#35486;&#10; &nbsp; &#x110000;"/>',
    );
    expect(attributes.text).toBe('<b> &"\' 語語\n &nbsp; &#x110000;');
  });

  it('may have brackets in attributes, comments, and names of inner classes', () => {
    const tree = parsePageSource(
      '<h><!-- <x> --><android.View$Inner text="a > b" other=\'"/>\'>\n</android.View$Inner></h>',
    );
    expect(tree.children).toMatchObject([{ tag: 'android.View$Inner', attributes: { text: 'a > b', other: '"/>' } }]);
    expect(tree.children).toHaveLength(1);
  });

  it('that is cut or closed wrongly is read as far as it goes', () => {
    expect(parsePageSource('<a><b x="1"><c></b><d/>')).toMatchObject({
      tag: 'a',
      children: [{ tag: 'b', children: [{ tag: 'c' }] }, { tag: 'd' }],
    });
    expect(parsePageSource('</z><a/><b/>')).toMatchObject({ tag: '', children: [{ tag: 'a' }, { tag: 'b' }] });
    expect(parsePageSource('no tags')).toMatchObject({ tag: '', children: [] });
  });
});
