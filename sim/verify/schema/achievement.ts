import { Type } from 'typebox';
import { compactJws, extensible, noun, oneOrMany, text, textOf, types } from './value-form.ts';

/** OB 3.0 §LanguageCode: `ja`, `zh-Hant`, `en-US`. */
const languageCode = textOf({ type: 'string', pattern: '^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$' });

/** OB 3.0 §AchievementTypeEnum. */
const achievementType = extensible(
  ...['Achievement', 'ApprenticeshipCertificate', 'Assessment', 'Assignment', 'AssociateDegree', 'Award', 'Badge'],
  ...['BachelorDegree', 'Certificate', 'CertificateOfCompletion', 'Certification', 'CommunityService', 'Competency'],
  ...['Course', 'CoCurricular', 'Degree', 'Diploma', 'DoctoralDegree', 'Fieldwork', 'GeneralEducationDevelopment'],
  ...['JourneymanCertificate', 'LearningProgram', 'License', 'Membership', 'ProfessionalDoctorate'],
  ...['QualityAssuranceCredential', 'MasterCertificate', 'MasterDegree', 'MicroCredential', 'ResearchDoctorate'],
  ...['SecondarySchoolDiploma'],
);

export const achievement = noun(
  'Achievement',
  { id: text, type: types(['Achievement']), criteria: Type.Ref('Criteria'), description: text, name: text },
  {
    alignment: oneOrMany(Type.Ref('Alignment')),
    achievementType,
    creator: Type.Ref('Profile'),
    creditsAvailable: Type.Number(),
    endorsement: oneOrMany(Type.Ref('EndorsementCredential')),
    endorsementJwt: oneOrMany(compactJws),
    fieldOfStudy: text,
    humanCode: text,
    image: Type.Ref('Image'),
    inLanguage: languageCode,
    otherIdentifier: oneOrMany(Type.Ref('IdentifierEntry')),
    related: oneOrMany(Type.Ref('Related')),
    resultDescription: oneOrMany(Type.Ref('ResultDescription')),
    specialization: text,
    tag: oneOrMany(text),
    version: text,
  },
);

export const criteria = noun('Criteria', {}, { id: text, narrative: text });

export const related = noun(
  'Related',
  { id: text, type: types(['Related']) },
  { inLanguage: languageCode, version: text },
);
