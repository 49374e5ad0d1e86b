import { describe, expect, it } from 'vitest';
import { problemDetails, ServiceError } from '../../errors/index.ts';
import { answerOf } from './wallet-client.ts';

const broken = {
  broken: 'length, digit',
  count: 2,
  sentencesJa: '8文字以上30文字以下で入力してください。\n数字（0〜9）を1文字以上入れてください。',
  sentencesEn: 'Use 8 to 30 characters.\nInclude at least one digit (0-9).',
};

describe('what the page makes of an answer', () => {
  it('is its body', () => {
    expect(answerOf(200, '{"a":1}', 'ja')).toEqual({ type: 'done', body: { a: 1 } });
    expect(answerOf(204, '', 'ja')).toEqual({ type: 'done', body: undefined });
  });

  it.each(['ja', 'en'] as const)('is every sentence of a problem by itself (%s)', (language) => {
    const error = new ServiceError('password-rules', broken as never);
    const answer = answerOf(error.entry.status, JSON.stringify(problemDetails(error, language)), language);
    const sentences = (language === 'ja' ? broken.sentencesJa : broken.sentencesEn).split('\n');
    expect(answer).toMatchObject({
      type: 'problem',
      code: 'password-rules',
      texts: [error.detail[language], ...sentences, error.nextStep[language]],
    });
  });

  it('is nothing to read when a gateway in between answers with a page of its own', () => {
    expect(answerOf(502, '<html>Bad gateway</html>', 'ja')).toEqual({
      type: 'problem',
      code: '',
      status: 502,
      texts: [],
    });
    const foreign = { title: 'Too many', detail: 'Wait.' };
    expect(answerOf(429, JSON.stringify(foreign), 'ja')).toMatchObject({ texts: ['Too many', 'Wait.'] });
  });
});
