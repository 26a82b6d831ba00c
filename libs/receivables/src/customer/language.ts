import { Rule } from '@quittance/http';

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/;

export const IsLanguage = (): PropertyDecorator =>
  Rule('language', 'a BCP 47 tag: it, de-AT', (value) => typeof value === 'string' && LANGUAGE.test(value), {
    type: String,
    pattern: LANGUAGE.source,
    example: 'it',
  });
