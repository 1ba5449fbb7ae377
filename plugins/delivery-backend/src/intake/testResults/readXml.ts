import { InputError, toError } from '@backstage/errors';
import { createPauses } from '@fairlead/background-work';
import { isolated } from '@fairlead/bidi-text';
import { SaxesParser } from 'saxes';

/** Characters that are read before the process is asked whether it has other things to do. */
const SLICE = 32 * 1024;

/**
 * What no XML may hold and reports hold all the same, such as the colours of a terminal: as it is, and by its number,
 * which has so many characters at most.
 */
// eslint-disable-next-line no-control-regex -- what is kept out
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const CONTROL_NUMBERS =
  /&#(?:x0{0,3}(?:[0-8bcef]|1[\da-f])|0{0,3}(?:[0-8]|1[124-9]|2\d|3[01]));/gi;
const MAX_NUMBER = 9;

/** Elements within elements; those of real reports have less than ten. */
const MAX_DEPTH = 50;

/** Of one element. */
const MAX_ATTRIBUTES = 10_000;

/** What the parser says may name what it met, which may be of any length. */
const MAX_REASON = 200;

/** An element as it begins, without the prefixes of namespaces. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
}

/** What is told of a document while it is read. */
export interface XmlVisitor {
  open(element: XmlElement): void;
  close(): void;
}

/**
 * Reads the elements of an XML document, a slice at a time, so that a large one holds nobody else up. What visits them
 * may throw.
 *
 * @throws InputError that says where it is not XML
 */
export async function readXml(xml: string, visitor: XmlVisitor): Promise<void> {
  const parser = createParser(visitor);
  const pauses = createPauses();
  for (let at = 0, end; at < xml.length; at = end) {
    end = endOfSlice(xml, at);
    parser.write(
      xml
        .slice(at, end)
        .replace(CONTROLS, '\ufffd')
        .replace(CONTROL_NUMBERS, '\ufffd'),
    );
    await pauses.ifDue();
  }
  parser.close();
}

/** Not within the number of a character. */
function endOfSlice(xml: string, at: number): number {
  const end = at + SLICE;
  if (end >= xml.length) {
    return xml.length;
  }
  const number = xml.slice(end - MAX_NUMBER, end).lastIndexOf('&');
  return number < 0 ? end : end - MAX_NUMBER + number;
}

function createParser(visitor: XmlVisitor): SaxesParser {
  const parser = new SaxesParser();
  let depth = 0;
  let attributes = 0;
  parser.on('error', error => {
    const reason = toError(error).message.slice(0, MAX_REASON);
    throw new InputError(isolated`Body: not valid XML: ${reason}`);
  });
  // Declared entities allow expansion attacks, and no test report needs them.
  parser.on('doctype', () => {
    throw new InputError('Body: XML with a document type is not taken');
  });
  parser.on('opentagstart', () => {
    depth += 1;
    attributes = 0;
    if (depth > MAX_DEPTH) {
      throw new InputError(
        `Body: elements are nested deeper than ${MAX_DEPTH} levels`,
      );
    }
  });
  parser.on('attribute', () => {
    attributes += 1;
    if (attributes > MAX_ATTRIBUTES) {
      throw new InputError(
        `Body: an element has more than ${MAX_ATTRIBUTES} attributes`,
      );
    }
  });
  parser.on('opentag', tag =>
    visitor.open({
      name: tag.name.slice(tag.name.indexOf(':') + 1),
      attributes: tag.attributes,
    }),
  );
  parser.on('closetag', () => {
    depth -= 1;
    visitor.close();
  });
  return parser;
}
