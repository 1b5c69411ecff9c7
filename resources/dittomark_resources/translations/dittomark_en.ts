<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Adjudication</name>
    <message numerus="yes">
      <source>%n contradict each other and are left: press L on the right one, or link anew, and decide as you say.</source>
      <translation>
        <numerusform>%n contradicts another and is left: press L on the right one, or link anew, and decide as you say.</numerusform>
        <numerusform>%n contradict each other and are left: press L on the right one, or link anew, and decide as you say.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n contradict each other.</source>
      <translation>
        <numerusform>%n contradicts another.</numerusform>
        <numerusform>%n contradict each other.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s) taken as yours.</source>
      <translation>
        <numerusform>%n link taken as yours.</numerusform>
        <numerusform>%n links taken as yours.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s)</source>
      <translation>
        <numerusform>%Ln question</numerusform>
        <numerusform>%Ln questions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n question(s) settled as everybody says.</source>
      <translation>
        <numerusform>%Ln question settled as everybody says.</numerusform>
        <numerusform>%Ln questions settled as everybody says.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Take %n that nobody contradicts</source>
      <translation>
        <numerusform>Take the one that nobody contradicts</numerusform>
        <numerusform>Take the %n that nobody contradicts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n link(s) as everybody</source>
      <translation>
        <numerusform>and %n link as everybody</numerusform>
        <numerusform>and %n links as everybody</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Agreement</name>
    <message numerus="yes">
      <source>%n pair(s) linked by two or more</source>
      <translation>
        <numerusform>%Ln pair linked by two or more</numerusform>
        <numerusform>%Ln pairs linked by two or more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n unit(s)</source>
      <translation>
        <numerusform>%Ln unit</numerusform>
        <numerusform>%Ln units</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation>
        <numerusform>%Ln passage</numerusform>
        <numerusform>%Ln passages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>CompareSuggesters</name>
    <message numerus="yes">
      <source>Measured on %n decided item(s); in brackets the 95 % interval.</source>
      <translation>
        <numerusform>Measured on %Ln decided item; in brackets the 95 % interval.</numerusform>
        <numerusform>Measured on %Ln decided items; in brackets the 95 % interval.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Consistency</name>
    <message numerus="yes">
      <source>%n article(s) are one</source>
      <translation>
        <numerusform>%Ln article are one</numerusform>
        <numerusform>%Ln articles are one</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) judged.</source>
      <translation>
        <numerusform>%Ln pair judged.</numerusform>
        <numerusform>%Ln pairs judged.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Judge %n open pair(s) the same</source>
      <translation>
        <numerusform>Judge %Ln open pair the same</numerusform>
        <numerusform>Judge %Ln open pairs the same</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %Ln more</numerusform>
        <numerusform>and %Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message numerus="yes">
      <source>%n annotator(s)</source>
      <translation>
        <numerusform>%n annotator</numerusform>
        <numerusform>%n annotators</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Ln article</numerusform>
        <numerusform>%Ln articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n character(s)</source>
      <translation>
        <numerusform>%Ln character</numerusform>
        <numerusform>%Ln characters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n cluster(s)</source>
      <translation>
        <numerusform>%Ln cluster</numerusform>
        <numerusform>%Ln clusters</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n decision(s)</source>
      <translation>
        <numerusform>%Ln decision</numerusform>
        <numerusform>%Ln decisions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n direction(s)</source>
      <translation>
        <numerusform>%Ln direction</numerusform>
        <numerusform>%Ln directions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event label(s)</source>
      <translation>
        <numerusform>%Ln event label</numerusform>
        <numerusform>%Ln event labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%Ln event</numerusform>
        <numerusform>%Ln events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n exact border(s)</source>
      <translation>
        <numerusform>%Ln exact border</numerusform>
        <numerusform>%Ln exact borders</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n judgement(s)</source>
      <translation>
        <numerusform>%Ln judgement</numerusform>
        <numerusform>%Ln judgements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n label scheme(s)</source>
      <translation>
        <numerusform>%Ln label scheme</numerusform>
        <numerusform>%Ln label schemes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line end(s)</source>
      <translation>
        <numerusform>%Ln line end</numerusform>
        <numerusform>%Ln line ends</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s)</source>
      <translation>
        <numerusform>%Ln link</numerusform>
        <numerusform>%Ln links</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n link(s) both ways</source>
      <translation>
        <numerusform>%n link both ways</numerusform>
        <numerusform>%n links both ways</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%Ln note</numerusform>
        <numerusform>%Ln notes</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n open direction(s)</source>
      <translation>
        <numerusform>%n open direction</numerusform>
        <numerusform>%n open directions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%Ln pair</numerusform>
        <numerusform>%Ln pairs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n refused passage(s)</source>
      <translation>
        <numerusform>%n refused passage</numerusform>
        <numerusform>%n refused passages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n span(s)</source>
      <translation>
        <numerusform>%Ln span</numerusform>
        <numerusform>%Ln spans</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) of the history</source>
      <translation>
        <numerusform>%Ln step of the history</numerusform>
        <numerusform>%Ln steps of the history</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s)</source>
      <translation>
        <numerusform>%Ln suggestion</numerusform>
        <numerusform>%Ln suggestions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s)</source>
      <translation>
        <numerusform>%Ln text</numerusform>
        <numerusform>%Ln texts</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Dashboard</name>
    <message numerus="yes">
      <source>%n link(s)</source>
      <translation>
        <numerusform>%Ln link</numerusform>
        <numerusform>%Ln links</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Evaluation</name>
    <message numerus="yes">
      <source>%n pair(s) without a link are left out: nobody finished them.</source>
      <translation>
        <numerusform>%Ln pair without a link is left out: nobody finished it.</numerusform>
        <numerusform>%Ln pairs without a link are left out: nobody finished them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EventChooser</name>
    <message numerus="yes">
      <source>all %n article(s)</source>
      <translation>
        <numerusform>the one article</numerusform>
        <numerusform>all %Ln articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{title}” attached to %n article(s).</source>
      <translation>
        <numerusform>“{title}” attached to %Ln article.</numerusform>
        <numerusform>“{title}” attached to %Ln articles.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EventEditor</name>
    <message numerus="yes">
      <source>Reported by %n article(s)</source>
      <translation>
        <numerusform>Reported by %Ln article</numerusform>
        <numerusform>Reported by %Ln articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%Ln hit</numerusform>
        <numerusform>%Ln hits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindPairs</name>
    <message numerus="yes">
      <source>%n new pair(s) in the queue.</source>
      <translation>
        <numerusform>%Ln new pair in the queue.</numerusform>
        <numerusform>%Ln new pairs in the queue.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) of this group came into the queue.</source>
      <translation>
        <numerusform>%Ln pair of this group came into the queue.</numerusform>
        <numerusform>%Ln pairs of this group came into the queue.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Groups of copies have %n more: a right click on a pair adds those of its group.</source>
      <translation>
        <numerusform>Groups of copies have %Ln more: a right click on a pair adds those of its group.</numerusform>
        <numerusform>Groups of copies have %Ln more: a right click on a pair adds those of its group.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>No articles share a passage. New in the queue: %n pair(s) that may report one event.</source>
      <translation>
        <numerusform>No articles share a passage. New in the queue: %Ln pair that may report one event.</numerusform>
        <numerusform>No articles share a passage. New in the queue: %Ln pairs that may report one event.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>HandOut</name>
    <message numerus="yes">
      <source>%n file(s) written to {folder}.</source>
      <translation>
        <numerusform>%Ln file written to {folder}.</numerusform>
        <numerusform>%Ln files written to {folder}.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Handlers</name>
    <message numerus="yes">
      <source>%n pair(s) added.</source>
      <translation>
        <numerusform>%Ln pair added.</numerusform>
        <numerusform>%Ln pairs added.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>History</name>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>%Ln more</numerusform>
        <numerusform>%Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Import</name>
    <message numerus="yes">
      <source>%n annotation(s) came with them.</source>
      <translation>
        <numerusform>%Ln annotation came with them.</numerusform>
        <numerusform>%Ln annotations came with them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) imported.</source>
      <translation>
        <numerusform>%Ln article imported.</numerusform>
        <numerusform>%Ln articles imported.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood in the files twice and came in once.</source>
      <translation>
        <numerusform>%n stood in the files twice and came in once.</numerusform>
        <numerusform>%n stood in the files twice and came in once.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood there already.</source>
      <translation>
        <numerusform>%Ln stood there already.</numerusform>
        <numerusform>%Ln stood there already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %Ln more</numerusform>
        <numerusform>and %Ln more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more file(s)</source>
      <translation>
        <numerusform>and %Ln more file</numerusform>
        <numerusform>and %Ln more files</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more that can’t be read</source>
      <translation>
        <numerusform>and %Ln more that can’t be read</numerusform>
        <numerusform>and %Ln more that can’t be read</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Linking</name>
    <message numerus="yes">
      <source>%n passage(s) taken as links.</source>
      <translation>
        <numerusform>%Ln passage taken as a link.</numerusform>
        <numerusform>%Ln passages taken as links.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListMenus</name>
    <message numerus="yes">
      <source>Add %n more pair(s) of this group</source>
      <translation>
        <numerusform>Add %Ln more pair of this group</numerusform>
        <numerusform>Add %Ln more pairs of this group</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Judge %n pair(s) as</source>
      <translation>
        <numerusform>Judge %Ln pair as</numerusform>
        <numerusform>Judge %Ln pairs as</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message numerus="yes">
      <source>%n shown</source>
      <translation>
        <numerusform>%Ln shown</numerusform>
        <numerusform>%Ln shown</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Lists</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Ln article</numerusform>
        <numerusform>%Ln articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ManyPairs</name>
    <message numerus="yes">
      <source>%n pair(s) flagged.</source>
      <translation>
        <numerusform>%Ln pair flagged.</numerusform>
        <numerusform>%Ln pairs flagged.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) no longer flagged.</source>
      <translation>
        <numerusform>%Ln pair is no longer flagged.</numerusform>
        <numerusform>%Ln pairs are no longer flagged.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) skipped.</source>
      <translation>
        <numerusform>%Ln pair skipped.</numerusform>
        <numerusform>%Ln pairs skipped.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{relation}: %n pair(s).</source>
      <translation>
        <numerusform>{relation}: %Ln pair.</numerusform>
        <numerusform>{relation}: %Ln pairs.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Ln suggestion accepted.</numerusform>
        <numerusform>%Ln suggestions accepted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation>
        <numerusform>%Ln suggestion refused.</numerusform>
        <numerusform>%Ln suggestions refused.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Left open, to be accepted apart: %n repeated text(s).</source>
      <translation>
        <numerusform>Left open, to be accepted apart: %Ln repeated text.</numerusform>
        <numerusform>Left open, to be accepted apart: %Ln repeated texts.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Merge</name>
    <message numerus="yes">
      <source>%n row(s) were changed differently in different files.</source>
      <translation>
        <numerusform>%Ln row was changed differently in different files.</numerusform>
        <numerusform>%Ln rows were changed differently in different files.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Navigation</name>
    <message numerus="yes">
      <source>Each with each makes %n pair(s).</source>
      <translation>
        <numerusform>Each with each makes %Ln pair.</numerusform>
        <numerusform>Each with each makes %Ln pairs.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>OpenSuggestions</name>
    <message numerus="yes">
      <source>%n open suggestion(s)</source>
      <translation>
        <numerusform>%Ln open suggestion</numerusform>
        <numerusform>%Ln open suggestions</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Ln suggestion accepted.</numerusform>
        <numerusform>%Ln suggestions accepted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation>
        <numerusform>%Ln suggestion refused.</numerusform>
        <numerusform>%Ln suggestions refused.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The first %n in this order are listed.</source>
      <translation>
        <numerusform>The first %Ln in this order are listed.</numerusform>
        <numerusform>The first %Ln in this order are listed.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Presenter</name>
    <message numerus="yes">
      <source>%n repeat(s) in this article</source>
      <translation>
        <numerusform>%Ln repeat in this article</numerusform>
        <numerusform>%Ln repeats in this article</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open</source>
      <translation>
        <numerusform>%Ln suggestion open</numerusform>
        <numerusform>%Ln suggestions open</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open on the left</source>
      <translation>
        <numerusform>%Ln suggestion open on the left</numerusform>
        <numerusform>%Ln suggestions open on the left</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) open on the right</source>
      <translation>
        <numerusform>%Ln suggestion open on the right</numerusform>
        <numerusform>%Ln suggestions open on the right</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>, %n on the right</source>
      <translation>
        <numerusform>, %Ln on the right</numerusform>
        <numerusform>, %Ln on the right</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Proposals</name>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %Ln more</numerusform>
        <numerusform>and %Ln more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{event}”: %n article(s) accepted.</source>
      <translation>
        <numerusform>“{event}”: %Ln article accepted.</numerusform>
        <numerusform>“{event}”: %Ln articles accepted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>“{event}”: %n article(s) refused.</source>
      <translation>
        <numerusform>“{event}”: %Ln article refused.</numerusform>
        <numerusform>“{event}”: %Ln articles refused.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SearchDialog</name>
    <message numerus="yes">
      <source>About %n minute(s) left</source>
      <translation>
        <numerusform>About %n minute left</numerusform>
        <numerusform>About %n minutes left</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Suggest</name>
    <message numerus="yes">
      <source>%n link(s) suggested.</source>
      <translation>
        <numerusform>%Ln link suggested.</numerusform>
        <numerusform>%Ln links suggested.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s) proposed for the queue.</source>
      <translation>
        <numerusform>%Ln pair proposed for the queue.</numerusform>
        <numerusform>%Ln pairs proposed for the queue.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s). U goes to the next one.</source>
      <translation>
        <numerusform>%Ln suggestion. U goes to the next one.</numerusform>
        <numerusform>%Ln suggestions. U goes to the next one.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Events suggested for %n article(s).</source>
      <translation>
        <numerusform>Events suggested for %Ln article.</numerusform>
        <numerusform>Events suggested for %Ln articles.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Relations suggested for %n pair(s).</source>
      <translation>
        <numerusform>Relations suggested for %Ln pair.</numerusform>
        <numerusform>Relations suggested for %Ln pairs.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %Ln more</numerusform>
        <numerusform>and %Ln more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Team</name>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%Ln person</numerusform>
        <numerusform>%Ln people</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) of yours are not published yet.</source>
      <translation>
        <numerusform>%n step of yours is not published yet.</numerusform>
        <numerusform>%n steps of yours are not published yet.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Settle %n disagreement(s)</source>
      <translation>
        <numerusform>Settle %n disagreement</numerusform>
        <numerusform>Settle %n disagreements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>not yet the newest of %n device(s)</source>
      <translation>
        <numerusform>not yet the newest of %n device</numerusform>
        <numerusform>not yet the newest of %n devices</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TeamStatus</name>
    <message numerus="yes">
      <source>%n device(s) left out</source>
      <translation>
        <numerusform>%n device left out</numerusform>
        <numerusform>%n devices left out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s) wait</source>
      <translation>
        <numerusform>%n step waits</numerusform>
        <numerusform>%n steps wait</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TextSearch</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Ln article</numerusform>
        <numerusform>%Ln articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%Ln article</numerusform>
        <numerusform>%Ln articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%Ln pair</numerusform>
        <numerusform>%Ln pairs</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Trust</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%Ln suggestion accepted.</numerusform>
        <numerusform>%Ln suggestions accepted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Accept %n suggestion(s)</source>
      <translation>
        <numerusform>Accept %Ln suggestion</numerusform>
        <numerusform>Accept %Ln suggestions</numerusform>
      </translation>
    </message>
  </context>
</TS>
