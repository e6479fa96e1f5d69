import { INSTANCE, VERSION } from '../fleet/key-names.js';

/*
 * Mistakes as people make them, one in an installation, each with the rule that tells it. What a mistake is made in is what
 * the documents of an installation are written from.
 */

const COMPONENT = 'app.kubernetes.io/component';

/**
 * @typedef {object} Defect
 * @property {string} rule the rule of the linter that finds it, once
 * @property {(parts: import('./manifests.js').Parts) => void} make
 */

/** @type {readonly Defect[]} */
export const DEFECTS = [
  {
    rule: 'service-selects-nothing',
    make: ({ services: { api } }) => {
      api.selector[COMPONENT] = 'apis';
    },
  },
  {
    rule: 'overlapping-controllers',
    make: ({ workloads: { worker } }) => {
      delete worker.selector[COMPONENT];
    },
  },
  {
    rule: 'policy-selects-nothing',
    make: ({ policies: { db } }) => {
      db.selector[INSTANCE] = 'production';
    },
  },
  {
    rule: 'selector-template-mismatch',
    make: ({ workloads: { cache } }) => {
      cache.podLabels[COMPONENT] = 'redis';
    },
  },
  {
    rule: 'service-mixes-workloads',
    make: ({ services: { web } }) => {
      delete web.selector[COMPONENT];
    },
  },
  {
    rule: 'policy-peer-selects-nothing',
    make: ({ policies: { api } }) => {
      api.from.components = ['frontend'];
    },
  },
  {
    rule: 'version-in-selector',
    make: ({ workloads: { web } }) => {
      web.selector[VERSION] = web.podLabels[VERSION];
    },
  },
  {
    rule: 'invalid-label',
    make: ({ workloads: { worker } }) => {
      worker.podLabels['acme.example/owner'] = 'orders@acme.example';
    },
  },
];
