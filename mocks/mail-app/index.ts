export { requireBuiltPages } from './built-files.ts';
export { createMailApp } from './mail-app.ts';
export { subjectZenkaku } from './subject-cut.ts';
