import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { toHaveNoViolations } from 'jest-axe';

expect.extend(toHaveNoViolations);

// What a test sees first is loaded lazily, and compiled on the way; a whole screen takes a busy machine seconds.
configure({ asyncUtilTimeout: 20_000 });
jest.setTimeout(60_000);
