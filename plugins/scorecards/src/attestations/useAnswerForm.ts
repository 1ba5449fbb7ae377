import { AskedQuestion } from '@fairlead/backstage-plugin-scorecards-common';
import { useState } from 'react';

const MOST_LINKS = 10;

/** What is being answered, and what lacks until it can be sent. */
export function useAnswerForm(
  question: AskedQuestion,
  initial: { teamRef: string },
) {
  const [choice, setChoice] = useState('');
  const [teamRef, setTeamRef] = useState(initial.teamRef);
  const [text, setText] = useState('');
  const [links, setLinks] = useState(['']);
  const given = links.map(link => link.trim()).filter(link => link !== '');
  const isLinkMissing = question.evidence === 'required' && given.length === 0;
  const isRight = (link: string) => link.trim() === '' || isAddress(link);
  return {
    choice,
    setChoice,
    teamRef,
    setTeamRef,
    text,
    setText,
    links,
    setLink: (index: number, link: string) =>
      setLinks(links.map((old, other) => (other === index ? link : old))),
    addLink:
      links.length < MOST_LINKS ? () => setLinks([...links, '']) : undefined,
    isRight,
    isChoiceMissing: choice === '',
    isLinkMissing,
    isComplete: choice !== '' && !isLinkMissing && links.every(isRight),
    toRequest: () => ({
      choice,
      teamRef,
      ...(text.trim() && { text: text.trim() }),
      ...(given.length > 0 && { evidence: given.map(url => ({ url })) }),
    }),
  };
}

function isAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text.trim()).protocol);
  } catch {
    return false;
  }
}
