/** The key that stands for a node's name in selectors and label sets. */
export const NODE_NAME_KEY = 'metadata.name';
