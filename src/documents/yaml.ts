/*
 * All that needs the YAML library, in one file, which is loaded when there is YAML to read or to write.
 */

export { createLabelDecoder, type LabelDecoder } from './label-decoder.ts';
export { createYamlDecoder } from './yaml-decoder.ts';
export { parseYamlText, type YamlText } from './yaml-text.ts';
export { yamlText } from './yaml-writer.ts';
