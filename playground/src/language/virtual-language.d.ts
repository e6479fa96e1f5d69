declare module 'virtual:language' {
  import type { LanguageData } from './language-data.ts';

  const data: LanguageData;
  export default data;
}
