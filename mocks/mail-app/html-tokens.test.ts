import { describe, expect, it } from 'vitest';
import { htmlTokens } from './html-tokens.ts';

/** Tokens in short: `<p a=1>`, `</p>`, `"text"`, `style{…}`. */
function cut(html: string): string[] {
  return [...htmlTokens(html)].map((token) => {
    if (token.type === 'text') return JSON.stringify(token.text);
    if (token.type === 'close') return `</${token.name}>`;
    if (token.type === 'raw') return `${token.name}{${token.text}}`;
    return `<${[token.name, ...[...token.attributes].map(([name, value]) => `${name}=${value}`)].join(' ')}>`;
  });
}

describe('the tokens of HTML', () => {
  it.each([
    ['a<b>c</b>', ['"a"', '<b>', '"c"', '</b>']],
    [`<A HREF="x>y" Title='"' data=1 on>z`, ['<a href=x>y title=" data=1 on=>', '"z"']],
    ['<a b=1 b=2>', ['<a b=1>']],
    ['<img/src=x/onerror=y>', ['<img src=x/onerror=y>']],
    ['<br/><br />', ['<br>', '<br>']],
    ['a<!-- <b> -->c<!doctype x>d<?php e?>f', ['"a"', '"c"', '"d"', '"f"']],
    ['1 < 2 <3', ['"1 "', '"<"', '" 2 "', '"<"', '"3"']],
    ['<style>a>b{}</style >c', ['style{a>b{}}', '</style>', '"c"']],
    ['<SCRIPT>"</b>"</script>', ['script{"</b>"}', '</script>']],
    ['<script>never ends <b>', ['script{never ends <b>}']],
    ['</ x>y', ['"y"']],
    ['<a href="never ends', ['<a href=>']],
    ['<', ['"<"']],
    ['', []],
  ])('of %s', (html, tokens) => {
    expect(cut(html)).toEqual(tokens);
  });
});
