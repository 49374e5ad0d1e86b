import { Type } from 'typebox';
import type { Fault } from './fault.ts';

const services: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  issuer: { ja: '発行サービス', en: 'the issuer service' },
  wallet: { ja: 'ウォレットのサービス', en: 'the wallet service' },
  verifier: { ja: '検証サービス', en: 'the verifier service' },
};

/** A service answers every request with 503 (RFC 9110 §15.6.4), as in a maintenance window. */
export const serviceDown: Fault = {
  id: 'service-down',
  healed: { ja: '停止していたサービスが復旧する', en: 'The service that was down is back' },
  description: { ja: 'サービスが停止し、503 を返します。', en: 'A service is down and answers 503.' },
  value: Type.Object(
    { service: Type.String({ enum: ['issuer', 'wallet', 'verifier'] }) },
    { additionalProperties: false },
  ),
  sentence(value) {
    const service = services[String(value.service)] ?? { ja: String(value.service), en: String(value.service) };
    return { ja: `${service.ja}が停止する`, en: `${service.en} goes down`.replace(/^t/, 'T') };
  },
};
