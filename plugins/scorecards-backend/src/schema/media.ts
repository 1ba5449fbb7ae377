import { z } from 'zod';

export const CsvSchema = z.string().meta({ description: 'Comma-separated' });

export const SvgSchema = z.string().meta({ description: 'An SVG image' });

export const OpenApiSchema = z
  .looseObject({})
  .meta({ description: 'An OpenAPI 3.1 document' });
