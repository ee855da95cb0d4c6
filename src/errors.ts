export * from './baseError.ts';
export * from './ownErrors.ts';
export * from './requestErrors.ts';
