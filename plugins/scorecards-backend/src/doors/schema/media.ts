import { z } from 'zod';

export const CsvSchema = z.string().meta({ description: 'Comma-separated' });

export const SvgSchema = z.string().meta({ description: 'An SVG image' });
