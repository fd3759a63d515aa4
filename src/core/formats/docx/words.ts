import { isElement, type XmlElement } from '../shared/xml';

/** Without `xml:space`, white space is only there to make the file readable, and stands for one space at most. */
export function textIn(element: XmlElement): string {
  const text = element.children.filter((child) => !isElement(child)).join('');
  const keeps = element.attributes['xml:space'] === 'preserve';
  return keeps ? text.replace(/\r\n?|\n/g, ' ') : text.replace(/[ \t\r\n]+/g, ' ');
}
