<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Bindings</name>
    <message numerus="yes">
      <source>%n pair(s) added.</source>
      <translation>
        <numerusform>%n pair added.</numerusform>
        <numerusform>%n pairs added.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>BottomBar</name>
    <message numerus="yes">
      <source>%n passage(s)</source>
      <translation>
        <numerusform>%n passage</numerusform>
        <numerusform>%n passages</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Counts</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event label(s)</source>
      <translation>
        <numerusform>%n event label</numerusform>
        <numerusform>%n event labels</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n judgement(s)</source>
      <translation>
        <numerusform>%n judgement</numerusform>
        <numerusform>%n judgements</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%n pair</numerusform>
        <numerusform>%n pairs</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n span(s)</source>
      <translation>
        <numerusform>%n span</numerusform>
        <numerusform>%n spans</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Desk</name>
    <message numerus="yes">
      <source>%n repeat(s) in this article</source>
      <translation>
        <numerusform>%n repeat in this article</numerusform>
        <numerusform>%n repeats in this article</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EventEditor</name>
    <message numerus="yes">
      <source>Reported by %n article(s)</source>
      <translation>
        <numerusform>Reported by %n article</numerusform>
        <numerusform>Reported by %n articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindBar</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n hit</numerusform>
        <numerusform>%n hits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>FindPairs</name>
    <message numerus="yes">
      <source>%n new pair(s) in the queue.</source>
      <translation>
        <numerusform>%n new pair in the queue.</numerusform>
        <numerusform>%n new pairs in the queue.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Import</name>
    <message numerus="yes">
      <source>%n article(s) imported.</source>
      <translation>
        <numerusform>%n article imported.</numerusform>
        <numerusform>%n articles imported.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n stood there already.</source>
      <translation>
        <numerusform>%n stood there already.</numerusform>
        <numerusform>%n stood there already.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more that can’t be read</source>
      <translation>
        <numerusform>and %n more that can’t be read</numerusform>
        <numerusform>and %n more that can’t be read</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ListPanel</name>
    <message numerus="yes">
      <source>%n shown</source>
      <translation>
        <numerusform>%n shown</numerusform>
        <numerusform>%n shown</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Marking</name>
    <message numerus="yes">
      <source>%n suggestion(s) accepted.</source>
      <translation>
        <numerusform>%n suggestion accepted.</numerusform>
        <numerusform>%n suggestions accepted.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) refused.</source>
      <translation>
        <numerusform>%n suggestion refused.</numerusform>
        <numerusform>%n suggestions refused.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Merge</name>
    <message numerus="yes">
      <source>%n row(s) were changed differently in different files.</source>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
      </translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n article</numerusform>
        <numerusform>%n articles</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>TopBar</name>
    <message numerus="yes">
      <source>%n pair(s)</source>
      <translation>
        <numerusform>%n pair</numerusform>
        <numerusform>%n pairs</numerusform>
      </translation>
    </message>
  </context>
</TS>
