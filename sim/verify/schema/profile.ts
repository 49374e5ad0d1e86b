import { Type } from 'typebox';
import { compactJws, noun, oneOrMany, oneType, text, types } from './value-form.ts';

export const profile = noun(
  'Profile',
  { id: text, type: types(['Profile']) },
  {
    name: text,
    url: text,
    phone: text,
    description: text,
    endorsement: oneOrMany(Type.Ref('EndorsementCredential')),
    endorsementJwt: oneOrMany(compactJws),
    image: Type.Ref('Image'),
    email: text,
    address: Type.Ref('Address'),
    otherIdentifier: oneOrMany(Type.Ref('IdentifierEntry')),
    official: text,
    parentOrg: Type.Ref('Profile'),
    familyName: text,
    givenName: text,
    additionalName: text,
    patronymicName: text,
    honorificPrefix: text,
    honorificSuffix: text,
    familyNamePrefix: text,
    dateOfBirth: Type.String({ format: 'date' }),
  },
);

export const address = noun(
  'Address',
  { type: types(['Address']) },
  {
    addressCountry: text,
    addressCountryCode: text,
    addressRegion: text,
    addressLocality: text,
    streetAddress: text,
    postOfficeBoxNumber: text,
    postalCode: text,
    geo: Type.Ref('GeoCoordinates'),
  },
);

export const geoCoordinates = noun(
  'GeoCoordinates',
  { type: oneType('GeoCoordinates'), latitude: Type.Number(), longitude: Type.Number() },
  {},
);
