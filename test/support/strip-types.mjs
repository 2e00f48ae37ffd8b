// Jest's transform: the same type stripping with which Node runs the service.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

const process = (source) => ({ code: stripTypeScriptTypes(source, { mode: 'strip' }) });

export default {
  process,
  processAsync: async (source) => process(source),
  getCacheKey: (source, path) =>
    createHash('sha256').update(`${source}\0${path}\0${globalThis.process.version}`).digest('hex'),
};
