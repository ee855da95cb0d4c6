import { expect, test } from 'vitest';
import { defineCases } from './cases.js';

defineCases(test, expect);
