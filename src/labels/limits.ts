/** Longest value, and longest name part of a key, in UTF-8 bytes (apimachinery `validation.LabelValueMaxLength`). */
export const MAX_NAME_BYTES = 63;
/** Longest prefix of a key, in UTF-8 bytes (apimachinery `validation.DNS1123SubdomainMaxLength`). */
export const MAX_PREFIX_BYTES = 253;
