<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Viral::AccessibleParts</name>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
</context>
<context>
    <name>Viral::Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>&amp;Moment</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Wiedergabe</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>New &amp;window</source>
        <translation>Neues &amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Choose the &amp;media file…</source>
        <translation>&amp;Mediendatei wählen…</translation>
    </message>
    <message>
        <source>Add the &amp;transcript…</source>
        <translation>&amp;Transkript hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Save the result</source>
        <translation>Ergebnis &amp;speichern</translation>
    </message>
    <message>
        <source>Save the result &amp;as…</source>
        <translation>Ergebnis speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export only what is kept…</source>
        <translation>Nur Behaltenes &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>&amp;Search moments</source>
        <translation>&amp;Momente suchen</translation>
    </message>
    <message>
        <source>Fi&amp;lter moments…</source>
        <translation>Momente &amp;filtern…</translation>
    </message>
    <message>
        <source>Show &amp;all moments again</source>
        <translation>&amp;Alle Momente wieder zeigen</translation>
    </message>
    <message>
        <source>&amp;Find in the transcript</source>
        <translation>Im &amp;Transkript suchen</translation>
    </message>
    <message>
        <source>Find &amp;next</source>
        <translation>Weiters&amp;uchen</translation>
    </message>
    <message>
        <source>Choose words with the ke&amp;yboard</source>
        <translation>Wörter mit der Tastatur auswä&amp;hlen</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Re&amp;ject</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Zurückstellen</translation>
    </message>
    <message>
        <source>&amp;Undecided again</source>
        <translation>Wieder &amp;unentschieden</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>Write a n&amp;ote…</source>
        <translation>&amp;Notiz schreiben…</translation>
    </message>
    <message>
        <source>Keep, because…</source>
        <translation>Behalten, weil…</translation>
    </message>
    <message>
        <source>Reject, because…</source>
        <translation>Verwerfen, weil…</translation>
    </message>
    <message>
        <source>Hold, because…</source>
        <translation>Zurückstellen, weil…</translation>
    </message>
    <message>
        <source>&amp;Next moment</source>
        <translation>Nä&amp;chster Moment</translation>
    </message>
    <message>
        <source>&amp;Previous moment</source>
        <translation>Vorheriger &amp;Moment</translation>
    </message>
    <message>
        <source>Next un&amp;decided</source>
        <translation>Nächster unentschie&amp;dener</translation>
    </message>
    <message>
        <source>&amp;Start at the playhead</source>
        <translation>&amp;Einstieg am Abspielkopf setzen</translation>
    </message>
    <message>
        <source>&amp;End at the playhead</source>
        <translation>&amp;Ausstieg am Abspielkopf setzen</translation>
    </message>
    <message>
        <source>Nearer edge a word earlier</source>
        <translation>Nähere Schnittmarke ein Wort früher</translation>
    </message>
    <message>
        <source>Nearer edge a word later</source>
        <translation>Nähere Schnittmarke ein Wort später</translation>
    </message>
    <message>
        <source>Nearer edge a sentence earlier</source>
        <translation>Nähere Schnittmarke einen Satz früher</translation>
    </message>
    <message>
        <source>Nearer edge a sentence later</source>
        <translation>Nähere Schnittmarke einen Satz später</translation>
    </message>
    <message>
        <source>Ne&amp;w moment from the selection</source>
        <translation>Neuer Moment aus der Aus&amp;wahl</translation>
    </message>
    <message>
        <source>&amp;Mend the edges</source>
        <translation>Schnittmarken &amp;reparieren</translation>
    </message>
    <message>
        <source>&amp;Quote the spoken words</source>
        <translation>Gesprochenes als Zi&amp;tat übernehmen</translation>
    </message>
    <message>
        <source>Wh&amp;y this moment</source>
        <translation>Warum d&amp;ieser Moment</translation>
    </message>
    <message>
        <source>&amp;Bring the candidate back</source>
        <translation>&amp;Kandidaten zurückholen</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abspielen oder &amp;Pause</translation>
    </message>
    <message>
        <source>Play the &amp;moment</source>
        <translation>&amp;Moment abspielen</translation>
    </message>
    <message>
        <source>Play around the nearer &amp;edge</source>
        <translation>Um die nähere &amp;Schnittmarke abspielen</translation>
    </message>
    <message>
        <source>Play all that is &amp;kept</source>
        <translation>Alles &amp;Behaltene abspielen</translation>
    </message>
    <message>
        <source>Play every &amp;opening</source>
        <translation>Alle &amp;Anfänge abspielen</translation>
    </message>
    <message>
        <source>&amp;Loop the moment</source>
        <translation>Moment &amp;wiederholen</translation>
    </message>
    <message>
        <source>Shuttle &amp;backward</source>
        <translation>Shuttle &amp;rückwärts</translation>
    </message>
    <message>
        <source>Shuttle &amp;forward</source>
        <translation>Shuttle &amp;vorwärts</translation>
    </message>
    <message>
        <source>Backward at half speed</source>
        <translation>Rückwärts mit halbem Tempo</translation>
    </message>
    <message>
        <source>Forward at half speed</source>
        <translation>Vorwärts mit halbem Tempo</translation>
    </message>
    <message>
        <source>One picture back</source>
        <translation>Ein Bild zurück</translation>
    </message>
    <message>
        <source>One picture forward</source>
        <translation>Ein Bild vor</translation>
    </message>
    <message>
        <source>One second back</source>
        <translation>Eine Sekunde zurück</translation>
    </message>
    <message>
        <source>One second forward</source>
        <translation>Eine Sekunde vor</translation>
    </message>
    <message>
        <source>Five seconds back</source>
        <translation>Fünf Sekunden zurück</translation>
    </message>
    <message>
        <source>Five seconds forward</source>
        <translation>Fünf Sekunden vor</translation>
    </message>
    <message>
        <source>Go to the moment&apos;s e&amp;nd</source>
        <translation>Zum A&amp;usstieg des Moments</translation>
    </message>
    <message>
        <source>Go to the beginning</source>
        <translation>Zum Anfang</translation>
    </message>
    <message>
        <source>Go to the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Go to a &amp;time…</source>
        <translation>Zu einer &amp;Zeit…</translation>
    </message>
    <message>
        <source>Write times in the next &amp;way</source>
        <translation>Zeiten in der &amp;nächsten Schreibweise</translation>
    </message>
    <message>
        <source>&amp;Find moments</source>
        <translation>&amp;Momente finden</translation>
    </message>
    <message>
        <source>Find moments &amp;with…</source>
        <translation>Momente finden m&amp;it…</translation>
    </message>
    <message>
        <source>Find moments in the &amp;selection</source>
        <translation>Momente in der Aus&amp;wahl finden</translation>
    </message>
    <message>
        <source>&amp;Cancel the run</source>
        <translation>Lauf &amp;abbrechen</translation>
    </message>
    <message>
        <source>&amp;Go on with what is missing</source>
        <translation>&amp;Fehlendes nachholen</translation>
    </message>
    <message>
        <source>What it would c&amp;ost…</source>
        <translation>Was es &amp;kosten würde…</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>A&amp;ufträge</translation>
    </message>
    <message>
        <source>Follow a &amp;RunPod job…</source>
        <translation>&amp;RunPod-Job verfolgen…</translation>
    </message>
    <message>
        <source>Cost by &amp;month…</source>
        <translation>Kosten nach M&amp;onat…</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>Show &amp;all</source>
        <translation>&amp;Alles zeigen</translation>
    </message>
    <message>
        <source>Show the &amp;moment</source>
        <translation>Den &amp;Moment zeigen</translation>
    </message>
    <message>
        <source>Edges s&amp;nap</source>
        <translation>Schnittmarken rasten &amp;ein</translation>
    </message>
    <message>
        <source>Go to the &amp;history</source>
        <translation>Zum Ver&amp;lauf</translation>
    </message>
    <message>
        <source>&amp;Compare with another result</source>
        <translation>Mit anderem Er&amp;gebnis vergleichen</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>Fa&amp;rben des Systems</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>C&amp;hange keys…</source>
        <translation>Tasten &amp;ändern…</translation>
    </message>
    <message>
        <source>&amp;About Viral Moments</source>
        <translation>&amp;Über Viral Moments</translation>
    </message>
    <message>
        <source>Cop&amp;y the cost</source>
        <translation>&amp;Kosten kopieren</translation>
    </message>
    <message>
        <source>Ex&amp;port the cost as CSV…</source>
        <translation>Kosten als CS&amp;V exportieren…</translation>
    </message>
    <message>
        <source>Select the next one, too</source>
        <translation>Den nächsten mit auswählen</translation>
    </message>
    <message>
        <source>Select the previous one, too</source>
        <translation>Den vorherigen mit auswählen</translation>
    </message>
    <message>
        <source>Go to the sco&amp;res</source>
        <translation>Zu den &amp;Wertungen</translation>
    </message>
    <message>
        <source>Go to the &amp;posts</source>
        <translation>Zu den &amp;Posts</translation>
    </message>
    <message>
        <source>Go to the &amp;words</source>
        <translation>Zum Te&amp;xt</translation>
    </message>
    <message>
        <source>Go to the m&amp;essages</source>
        <translation>Zu den Meld&amp;ungen</translation>
    </message>
    <message>
        <source>Show the &amp;log</source>
        <translation>&amp;Protokoll zeigen</translation>
    </message>
    <message>
        <source>&amp;Report a problem…</source>
        <translation>Problem &amp;melden…</translation>
    </message>
    <message>
        <source>Play the l&amp;ast three seconds</source>
        <translation>Letzte &amp;drei Sekunden abspielen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>Go to the moment&apos;s sta&amp;rt</source>
        <translation>Zum &amp;Einstieg des Moments</translation>
    </message>
    <message>
        <source>Find more where t&amp;here are few</source>
        <translation>Mehr finden, wo wenige &amp;sind</translation>
    </message>
    <message>
        <source>&amp;Follow the playhead by pages</source>
        <translation>Dem Abspielkopf &amp;seitenweise folgen</translation>
    </message>
    <message>
        <source>&amp;Keep the playhead in the middle</source>
        <translation>Abspielkopf in der Mi&amp;tte halten</translation>
    </message>
    <message>
        <source>Do not follow the pla&amp;yhead</source>
        <translation>Dem Abspielkopf &amp;nicht folgen</translation>
    </message>
    <message>
        <source>Go to the cos&amp;t</source>
        <translation>Zu den K&amp;osten</translation>
    </message>
    <message>
        <source>&amp;Go to the candidates</source>
        <translation>Zu den Kand&amp;idaten</translation>
    </message>
    <message>
        <source>&amp;Hand over…</source>
        <translation>&amp;Übergeben…</translation>
    </message>
</context>
<context>
    <name>Viral::AnalysisDriver</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>They are in memory only, as long as the program runs.</source>
        <translation>Sie liegen nur im Speicher, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>They are kept; going on pays only for what is missing.</source>
        <translation>Sie sind aufgehoben; weiterzumachen kostet nur, was fehlt.</translation>
    </message>
    <message>
        <source>Nothing was answered yet.</source>
        <translation>Noch ist nichts beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n chunks are answered. </source>
        <translation>
            <numerusform>%1 von %n Abschnitt sind beantwortet. </numerusform>
            <numerusform>%1 von %n Abschnitten sind beantwortet. </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>Der eine Abschnitt ist beantwortet.</numerusform>
            <numerusform>Alle %n Abschnitte sind beantwortet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::Announcer</name>
    <message numerus="yes">
        <source>and %n more message(s)</source>
        <translation>
            <numerusform>und %n weitere Meldung</numerusform>
            <numerusform>und %n weitere Meldungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
</context>
<context>
    <name>Viral::ChunkChart</name>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Input from the cache</source>
        <translation>Eingabe aus dem Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Chart of tokens per chunk</source>
        <translation>Diagramm der Tokens je Abschnitt</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n Abschnitt</numerusform>
            <numerusform>%n Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 tokens</source>
        <translation>höchstens %1 Tokens</translation>
    </message>
    <message>
        <source>slowest answer %1</source>
        <translation>langsamste Antwort %1</translation>
    </message>
    <message>
        <source>Chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
    <message>
        <source>nothing was paid for it</source>
        <translation>nichts dafür bezahlt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>beantwortet in %1</translation>
    </message>
    <message>
        <source>%1 billed</source>
        <translation>%1 berechnet</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>Chunk %1 · %2</source>
        <translation>Abschnitt %1 · %2</translation>
    </message>
</context>
<context>
    <name>Viral::ChunkChartKey</name>
    <message>
        <source>Time of the answer</source>
        <translation>Dauer der Antwort</translation>
    </message>
</context>
<context>
    <name>Viral::ChunkCostModel</name>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Denken</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>$%1 as OpenAI bills it, $%2 by the contract</source>
        <translation>$%1 nach Abrechnung von OpenAI, $%2 nach dem Vertrag</translation>
    </message>
    <message numerus="yes">
        <source>Much more input than the other chunks: probably asked %n time(s), every answer paid</source>
        <translation>
            <numerusform>Viel mehr Eingabe als die anderen Abschnitte: wohl %n-mal gefragt, jede Antwort bezahlt</numerusform>
            <numerusform>Viel mehr Eingabe als die anderen Abschnitte: wohl %n-mal gefragt, jede Antwort bezahlt</numerusform>
        </translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message numerus="yes">
        <source>%1 answers were paid for this chunk; %n of them could not be used</source>
        <translation>
            <numerusform>Für diesen Abschnitt wurden %1 Antworten bezahlt; %n davon war unbrauchbar</numerusform>
            <numerusform>Für diesen Abschnitt wurden %1 Antworten bezahlt; %n davon waren unbrauchbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers were paid for this chunk</source>
        <translation>
            <numerusform>Für diesen Abschnitt wurde %n Antwort bezahlt</numerusform>
            <numerusform>Für diesen Abschnitt wurden %n Antworten bezahlt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ChunksPage</name>
    <message>
        <source>How a transcript is cut</source>
        <translation>Wie ein Transkript geteilt wird</translation>
    </message>
    <message>
        <source>A talk of an hour</source>
        <translation>Ein Gespräch von einer Stunde</translation>
    </message>
    <message numerus="yes">
        <source>%n questions, %1 % of the talk is read twice.</source>
        <translation>
            <numerusform>%n Frage, %1 % des Gesprächs werden zweimal gelesen.</numerusform>
            <numerusform>%n Fragen, %1 % des Gesprächs werden zweimal gelesen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ClipCheck</name>
    <message>
        <source>Starts inside a sentence</source>
        <translation>Beginnt mitten im Satz</translation>
    </message>
    <message>
        <source>Answers a question that is not in it</source>
        <translation>Beantwortet eine Frage, die nicht im Clip ist</translation>
    </message>
    <message>
        <source>Opens pointing back</source>
        <translation>Verweist am Anfang zurück</translation>
    </message>
    <message>
        <source>Opens in the middle of a thought</source>
        <translation>Beginnt mitten im Gedanken</translation>
    </message>
    <message>
        <source>Refers to something said before</source>
        <translation>Bezieht sich auf früher Gesagtes</translation>
    </message>
    <message>
        <source>Ends inside a sentence</source>
        <translation>Endet mitten im Satz</translation>
    </message>
    <message>
        <source>Its last sentence is not finished</source>
        <translation>Der letzte Satz ist nicht zu Ende</translation>
    </message>
    <message>
        <source>Mend the edges</source>
        <translation>Reparieren</translation>
    </message>
    <message>
        <source>What keeps the clip from standing alone</source>
        <translation>Was dem Clip fehlt, um für sich zu stehen</translation>
    </message>
    <message>
        <source>Without the transcript nobody can tell whether it stands alone.</source>
        <translation>Ohne das Transkript lässt sich nicht sagen, ob er für sich steht.</translation>
    </message>
    <message>
        <source>✓ Stands alone</source>
        <translation>✓ Steht für sich</translation>
    </message>
    <message>
        <source>✗ May not be understood alone</source>
        <translation>✗ Womöglich allein nicht verständlich</translation>
    </message>
    <message>
        <source>Mended it would be %1 – %2, %3.</source>
        <translation>Repariert wäre er %1 – %2, %3.</translation>
    </message>
    <message>
        <source>Mended it would be %1 long; %2 are the limit.</source>
        <translation>Repariert wäre er %1 lang; erlaubt sind %2.</translation>
    </message>
    <message>
        <source>Start: %1</source>
        <translation>Einstieg: %1</translation>
    </message>
    <message>
        <source>End: %1</source>
        <translation>Ausstieg: %1</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>Vorgeschlagen</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Refined</source>
        <translation>Verfeinert</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>There is nothing to mend at these edges.</source>
        <translation>An diesen Schnittmarken ist nichts zu reparieren.</translation>
    </message>
</context>
<context>
    <name>Viral::ClipModel</name>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>Viral::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>No command has these words.</source>
        <translation>Kein Befehl enthält diese Wörter.</translation>
    </message>
</context>
<context>
    <name>Viral::CompareModel</name>
    <message>
        <source>The same</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Other edges</source>
        <translation>Andere Marken</translation>
    </message>
    <message>
        <source>Only there</source>
        <translation>Nur dort</translation>
    </message>
    <message>
        <source>Only here</source>
        <translation>Nur hier</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>There</source>
        <translation>Dort</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wertung</translation>
    </message>
</context>
<context>
    <name>Viral::ComparePanel</name>
    <message>
        <source>Another result…</source>
        <translation>Anderes Ergebnis…</translation>
    </message>
    <message>
        <source>Only what differs</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take the best of both</source>
        <translation>Das Beste aus beiden</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Moments of both results</source>
        <translation>Momente beider Ergebnisse</translation>
    </message>
    <message>
        <source>Second opinion: the words alone</source>
        <translation>Zweite Meinung: nur nach den Worten</translation>
    </message>
    <message>
        <source>Choose another result of this interview to compare with.</source>
        <translation>Ein anderes Ergebnis dieses Interviews zum Vergleich wählen.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n gleich</numerusform>
            <numerusform>%n gleich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other edges</source>
        <translation>
            <numerusform>%n mit anderen Marken</numerusform>
            <numerusform>%n mit anderen Marken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only there</source>
        <translation>
            <numerusform>%n nur dort</numerusform>
            <numerusform>%n nur dort</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only here</source>
        <translation>
            <numerusform>%n nur hier</numerusform>
            <numerusform>%n nur hier</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 dearer there</source>
        <translation>dort %1 teurer</translation>
    </message>
    <message>
        <source>%1 cheaper there</source>
        <translation>dort %1 billiger</translation>
    </message>
    <message>
        <source>Taken over: “%1”</source>
        <translation>Übernommen: „%1“</translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s) taken over</source>
        <translation>
            <numerusform>%n Moment übernommen</numerusform>
            <numerusform>%n Momente übernommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ConnectionOverview</name>
    <message>
        <source>%1 on this computer, not tested yet.</source>
        <translation>%1 auf diesem Computer, noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Needs a key. The transcript is sent to the service, and a run costs some cents.</source>
        <translation>Braucht einen Schlüssel. Das Transkript geht an den Dienst, und ein Lauf kostet einige Cent.</translation>
    </message>
    <message>
        <source>There is a key, not tested yet.</source>
        <translation>Ein Schlüssel ist da, noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Needs a key and an endpoint of yours.</source>
        <translation>Braucht einen Schlüssel und einen eigenen Endpunkt.</translation>
    </message>
    <message>
        <source>There is a key; the endpoint is missing.</source>
        <translation>Ein Schlüssel ist da; der Endpunkt fehlt.</translation>
    </message>
    <message>
        <source>Key and endpoint are there, not tested yet.</source>
        <translation>Schlüssel und Endpunkt sind da, noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Offline engine</source>
        <translation>Offline-Analyse</translation>
    </message>
    <message>
        <source>Works now. It needs no key and no network.</source>
        <translation>Geht sofort. Braucht weder Schlüssel noch Netz.</translation>
    </message>
    <message>
        <source>OpenAI, or a server like it</source>
        <translation>OpenAI oder ein Server dieser Art</translation>
    </message>
    <message>
        <source>RunPod endpoint</source>
        <translation>RunPod-Endpunkt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Test: %1</source>
        <translation>Prüfen: %1</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt…</translation>
    </message>
    <message>
        <source>Set up…</source>
        <translation>Einrichten…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
</context>
<context>
    <name>Viral::ConnectionTest</name>
    <message>
        <source>It says: %1</source>
        <translation>Meldung: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>The answer took %1, which is slow: runs will take their time too.</source>
        <translation>Die Antwort brauchte %1, das ist langsam: Auch Läufe werden dauern.</translation>
    </message>
    <message>
        <source>No server is reached at %1.</source>
        <translation>Unter %1 ist kein Server erreichbar.</translation>
    </message>
    <message>
        <source>Start the server, and compare the port with the address.</source>
        <translation>Starten Sie den Server und vergleichen Sie den Port mit der Adresse.</translation>
    </message>
    <message>
        <source>Check the network and the spelling of the address.</source>
        <translation>Prüfen Sie das Netz und die Schreibweise der Adresse.</translation>
    </message>
    <message>
        <source>The connection to %1 is not safe.</source>
        <translation>Die Verbindung zu %1 ist nicht sicher.</translation>
    </message>
    <message>
        <source>Its certificate cannot be trusted, so the key was not sent. A wrong clock, a proxy or a virus scanner can be the cause.</source>
        <translation>Dem Zertifikat ist nicht zu trauen, darum wurde der Schlüssel nicht gesendet. Ursache kann eine falsche Uhr, ein Proxy oder ein Virenscanner sein.</translation>
    </message>
    <message>
        <source>%1 does not answer in time.</source>
        <translation>%1 antwortet nicht rechtzeitig.</translation>
    </message>
    <message>
        <source>It may be loading a model; try again in a minute.</source>
        <translation>Vielleicht lädt er gerade ein Modell; versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>It is too busy or the network is too slow; try again.</source>
        <translation>Er ist überlastet oder das Netz zu langsam; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 sends elsewhere.</source>
        <translation>%1 leitet anderswohin.</translation>
    </message>
    <message>
        <source>That is not followed, because your key would go along. Enter the address it sends to, if you trust it.</source>
        <translation>Dem wird nicht gefolgt, weil der Schlüssel mitginge. Tragen Sie die neue Adresse ein, wenn Sie ihr vertrauen.</translation>
    </message>
    <message>
        <source>This cannot be sent.</source>
        <translation>Das lässt sich nicht senden.</translation>
    </message>
    <message>
        <source>Check the address and the key.</source>
        <translation>Prüfen Sie Adresse und Schlüssel.</translation>
    </message>
    <message>
        <source>The line to %1 broke.</source>
        <translation>Die Verbindung zu %1 ist abgerissen.</translation>
    </message>
    <message>
        <source>Try again; if it stays, what answers there may be no such service.</source>
        <translation>Versuchen Sie es noch einmal; bleibt es dabei, ist die Gegenstelle wohl kein solcher Dienst.</translation>
    </message>
    <message>
        <source>A server answers, but it lists no models.</source>
        <translation>Ein Server antwortet, nennt aber keine Modelle.</translation>
    </message>
    <message>
        <source>Only a question to the model tells more. It takes a few tokens, far less than a cent.</source>
        <translation>Mehr zeigt nur eine Frage an das Modell. Sie kostet einige Tokens, weit unter einem Cent.</translation>
    </message>
    <message>
        <source>Nothing is found at this address.</source>
        <translation>Unter dieser Adresse ist nichts zu finden.</translation>
    </message>
    <message>
        <source>It should end in its version, most often /v1.</source>
        <translation>Sie sollte mit ihrer Version enden, meist /v1.</translation>
    </message>
    <message>
        <source>This server wants a key.</source>
        <translation>Dieser Server verlangt einen Schlüssel.</translation>
    </message>
    <message>
        <source>The key is not accepted.</source>
        <translation>Der Schlüssel wird nicht angenommen.</translation>
    </message>
    <message>
        <source>Copy it once more from the service&apos;s page of API keys; it may have been deleted, or belong to another service.</source>
        <translation>Kopieren Sie ihn noch einmal von der Seite der API-Schlüssel; er kann gelöscht sein oder zu einem anderen Dienst gehören.</translation>
    </message>
    <message>
        <source>The key is right, but there is no credit.</source>
        <translation>Der Schlüssel stimmt, aber es ist kein Guthaben da.</translation>
    </message>
    <message>
        <source>Add credit or raise the spending limit on the service&apos;s billing page.</source>
        <translation>Laden Sie auf der Abrechnungsseite des Dienstes Guthaben auf oder erhöhen Sie dort das Limit.</translation>
    </message>
    <message>
        <source>The key may not do this.</source>
        <translation>Der Schlüssel darf das nicht.</translation>
    </message>
    <message>
        <source>A restricted key needs the right to ask models; to list them is not needed for a run. A question to the model tells; it takes a few tokens, far less than a cent.</source>
        <translation>Ein eingeschränkter Schlüssel braucht das Recht, Modelle zu befragen; sie aufzulisten ist für einen Lauf nicht nötig. Eine Frage an das Modell zeigt es; sie kostet einige Tokens, weit unter einem Cent.</translation>
    </message>
    <message>
        <source>There is no model %1 for this key.</source>
        <translation>Für diesen Schlüssel gibt es kein Modell %1.</translation>
    </message>
    <message>
        <source>Choose another model.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>It answers, but takes no more questions for now.</source>
        <translation>Er antwortet, nimmt aber gerade keine Fragen mehr an.</translation>
    </message>
    <message>
        <source>Wait a minute. Fewer questions at once help if this comes often.</source>
        <translation>Warten Sie eine Minute. Kommt das oft vor, helfen weniger Fragen zugleich.</translation>
    </message>
    <message>
        <source>The service has trouble of its own (status %1).</source>
        <translation>Der Dienst hat selbst eine Störung (Status %1).</translation>
    </message>
    <message>
        <source>Try again in some minutes.</source>
        <translation>Versuchen Sie es in einigen Minuten noch einmal.</translation>
    </message>
    <message>
        <source>The service refuses (status %1).</source>
        <translation>Der Dienst lehnt ab (Status %1).</translation>
    </message>
    <message>
        <source>What answers at %1 is no such service.</source>
        <translation>Was unter %1 antwortet, ist kein solcher Dienst.</translation>
    </message>
    <message>
        <source>The address may be that of a web page; it should end in its version, most often /v1.</source>
        <translation>Vielleicht ist es die Adresse einer Webseite; sie sollte mit ihrer Version enden, meist /v1.</translation>
    </message>
    <message>
        <source>It answers, but there is no model %1.</source>
        <translation>Er antwortet, aber es gibt kein Modell %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n models are there: choose one of them, or check the name.</source>
        <translation>
            <numerusform>Ein Modell ist da: Wählen Sie es oder prüfen Sie den Namen.</numerusform>
            <numerusform>%n Modelle sind da: Wählen Sie eines davon oder prüfen Sie den Namen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is answered for only until %2.</source>
        <translation>%1 wird nur noch bis %2 angeboten.</translation>
    </message>
    <message>
        <source>%1 ended on %2: choose another model.</source>
        <translation>%1 endete am %2: Wählen Sie ein anderes Modell.</translation>
    </message>
    <message numerus="yes">
        <source>It works. %n models are there for you.</source>
        <translation>
            <numerusform>Es geht. %n Modell steht bereit.</numerusform>
            <numerusform>Es geht. %n Modelle stehen bereit.</numerusform>
        </translation>
    </message>
    <message>
        <source>It works. %1 answers.</source>
        <translation>Es geht. %1 antwortet.</translation>
    </message>
    <message>
        <source>RunPod does not accept the key.</source>
        <translation>RunPod nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>It must be a key of the account that owns the endpoint, with the right to use it.</source>
        <translation>Er muss zu dem Konto gehören, dem der Endpunkt gehört, und ihn benutzen dürfen.</translation>
    </message>
    <message>
        <source>RunPod knows no endpoint %1.</source>
        <translation>RunPod kennt keinen Endpunkt %1.</translation>
    </message>
    <message>
        <source>Copy the short id from the endpoint&apos;s page; with a key of another account it is not found either.</source>
        <translation>Kopieren Sie die kurze ID von der Seite des Endpunkts; auch mit dem Schlüssel eines anderen Kontos wird er nicht gefunden.</translation>
    </message>
    <message>
        <source>RunPod has trouble of its own (status %1).</source>
        <translation>RunPod hat selbst eine Störung (Status %1).</translation>
    </message>
    <message>
        <source>RunPod refuses (status %1).</source>
        <translation>RunPod lehnt ab (Status %1).</translation>
    </message>
    <message>
        <source>The endpoint answers: %1, %2, %3.</source>
        <translation>Der Endpunkt antwortet: %1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n workers idle</source>
        <translation>
            <numerusform>%n Worker frei</numerusform>
            <numerusform>%n Worker frei</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n beschäftigt</numerusform>
            <numerusform>%n beschäftigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs waiting</source>
        <translation>
            <numerusform>%n Job wartet</numerusform>
            <numerusform>%n Jobs warten</numerusform>
        </translation>
    </message>
    <message>
        <source>No worker is up. That is usual: the first job starts one, which can take some minutes.</source>
        <translation>Kein Worker läuft. Das ist üblich: Der erste Job startet einen, was einige Minuten dauern kann.</translation>
    </message>
    <message numerus="yes">
        <source>%n workers fall over when they start: read a worker&apos;s log in RunPod&apos;s console.</source>
        <translation>
            <numerusform>%n Worker stürzt beim Start ab: Lesen Sie sein Protokoll in der RunPod-Konsole.</numerusform>
            <numerusform>%n Worker stürzen beim Start ab: Lesen Sie das Protokoll eines Workers in der RunPod-Konsole.</numerusform>
        </translation>
    </message>
    <message>
        <source>RunPod has no free machine of the chosen kind; allow more kinds or regions in the endpoint&apos;s settings.</source>
        <translation>RunPod hat keine freie Maschine der gewählten Art; erlauben Sie in den Einstellungen des Endpunkts mehr Arten oder Regionen.</translation>
    </message>
    <message>
        <source>What answers at %1 is not RunPod.</source>
        <translation>Was unter %1 antwortet, ist nicht RunPod.</translation>
    </message>
    <message>
        <source>Check the address of RunPod.</source>
        <translation>Prüfen Sie die Adresse von RunPod.</translation>
    </message>
    <message>
        <source>There is no key yet.</source>
        <translation>Es gibt noch keinen Schlüssel.</translation>
    </message>
    <message>
        <source>There is no endpoint yet.</source>
        <translation>Es gibt noch keinen Endpunkt.</translation>
    </message>
    <message>
        <source>The endpoint&apos;s id is its short id: letters, digits, - and _.</source>
        <translation>Die ID des Endpunkts ist seine kurze ID: Buchstaben, Ziffern, - und _.</translation>
    </message>
</context>
<context>
    <name>Viral::Connections</name>
    <message>
        <source>The environment of this program holds a value that cannot be used.</source>
        <translation>Die Umgebung dieses Programms enthält einen unbrauchbaren Wert.</translation>
    </message>
</context>
<context>
    <name>Viral::ConnectionsPage</name>
    <message>
        <source>OpenAI, or a server like it</source>
        <translation>OpenAI oder ein Server dieser Art</translation>
    </message>
    <message>
        <source>Another server</source>
        <translation>Anderer Server</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Servers on this computer mostly need none.</source>
        <translation>Server auf diesem Computer brauchen meist keinen.</translation>
    </message>
    <message>
        <source>RunPod</source>
        <translation>RunPod</translation>
    </message>
    <message>
        <source>From the settings of your RunPod account, with the right to use the endpoint.</source>
        <translation>Aus den Einstellungen Ihres RunPod-Kontos, mit dem Recht, den Endpunkt zu benutzen.</translation>
    </message>
    <message>
        <source>Put the name of your resource here; the model is the name of your deployment.</source>
        <translation>Setzen Sie hier den Namen Ihrer Ressource ein; das Modell ist der Name Ihrer Bereitstellung.</translation>
    </message>
</context>
<context>
    <name>Viral::CopyPanel</name>
    <message>
        <source>This moment has no posts.</source>
        <translation>Dieser Moment hat keine Posts.</translation>
    </message>
    <message>
        <source>Choose a moment to see its posts.</source>
        <translation>Einen Moment wählen, um seine Posts zu sehen.</translation>
    </message>
</context>
<context>
    <name>Viral::CostPanel</name>
    <message>
        <source>Tokens per chunk</source>
        <translation>Tokens je Abschnitt</translation>
    </message>
    <message>
        <source>%1 · %2 chunks of %3, %4 overlap · %5 moments from %6</source>
        <translation>%1 · %2 Abschnitte von %3, %4 Überlappung · %5 Momente von %6</translation>
    </message>
    <message>
        <source>The price of this model is not known</source>
        <translation>Der Preis dieses Modells ist nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing was paid for this run</source>
        <translation>Für diesen Lauf wurde nichts bezahlt</translation>
    </message>
    <message>
        <source>%1 by the price table for %2</source>
        <translation>%1 nach der Preisliste für %2</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Copy the figures</source>
        <translation>Zahlen kopieren</translation>
    </message>
    <message>
        <source>Export the figures as CSV…</source>
        <translation>Zahlen als CSV exportieren…</translation>
    </message>
    <message>
        <source>By the contract</source>
        <translation>Nach dem Vertrag</translation>
    </message>
    <message>
        <source>Billed by OpenAI</source>
        <translation>Von OpenAI berechnet</translation>
    </message>
    <message>
        <source>Quote against truth</source>
        <translation>Voranschlag und Wirklichkeit</translation>
    </message>
    <message>
        <source>Per chunk</source>
        <translation>Je Abschnitt</translation>
    </message>
    <message>
        <source>The same tokens with other models</source>
        <translation>Dieselben Tokens mit anderen Modellen</translation>
    </message>
    <message>
        <source>The figures of this run are on the clipboard.</source>
        <translation>Die Zahlen dieses Laufs sind in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Export the figures as CSV</source>
        <translation>Zahlen als CSV exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>$%1 per million tokens</source>
        <translation>$%1 je Million Tokens</translation>
    </message>
    <message>
        <source>▼ less</source>
        <translation>▼ weniger</translation>
    </message>
    <message>
        <source>as quoted</source>
        <translation>wie veranschlagt</translation>
    </message>
    <message>
        <source>▲ more</source>
        <translation>▲ mehr</translation>
    </message>
    <message>
        <source>%1 k</source>
        <translation>%1 Tsd.</translation>
    </message>
    <message>
        <source>Nothing is paid yet</source>
        <translation>Noch ist nichts bezahlt</translation>
    </message>
    <message>
        <source>%1 so far, by the price table for %2</source>
        <translation>%1 bisher, nach der Preisliste für %2</translation>
    </message>
    <message>
        <source>The offline engine works on this computer: it costs nothing and sends nothing.</source>
        <translation>Die Offline-Analyse arbeitet auf diesem Computer: Sie kostet nichts und sendet nichts.</translation>
    </message>
    <message>
        <source>The result does not say which tokens were used.</source>
        <translation>Das Ergebnis sagt nicht, welche Tokens verbraucht wurden.</translation>
    </message>
    <message>
        <source>The result came without a price; the bill is reckoned with the rates known today.</source>
        <translation>Das Ergebnis kam ohne Preis; gerechnet ist mit den heute bekannten Sätzen.</translation>
    </message>
    <message>
        <source>Add the rates of %1 in the settings under prices. Its tokens and what they would cost with other models stand below.</source>
        <translation>Tragen Sie die Sätze von %1 in den Einstellungen unter „Preise“ ein. Unten stehen die Tokens und was sie mit anderen Modellen kosten würden.</translation>
    </message>
    <message>
        <source>the model</source>
        <translation>dem Modell</translation>
    </message>
    <message>
        <source>Cache writes</source>
        <translation>In den Cache</translation>
    </message>
    <message>
        <source>Both agree: nothing came from the cache.</source>
        <translation>Beides stimmt überein: Nichts kam aus dem Cache.</translation>
    </message>
    <message>
        <source>The bill is %1 higher: writing the cache costs more than plain input.</source>
        <translation>Die Rechnung ist %1 höher: In den Cache zu schreiben kostet mehr als einfache Eingabe.</translation>
    </message>
    <message>
        <source>The contract counts cached tokens twice, as input and as cached; OpenAI bills them once, and takes %2 for writing the cache: %1 less.</source>
        <translation>Der Vertrag zählt Tokens aus dem Cache zweimal, als Eingabe und als Cache; OpenAI berechnet sie einmal und nimmt %2 für das Schreiben in den Cache: %1 weniger.</translation>
    </message>
    <message>
        <source>The contract counts cached tokens twice, as input and as cached; OpenAI bills them once: %1 less.</source>
        <translation>Der Vertrag zählt Tokens aus dem Cache zweimal, als Eingabe und als Cache; OpenAI berechnet sie einmal: %1 weniger.</translation>
    </message>
    <message>
        <source>Cache hit rate %1 %: nothing of the input came from the cache.</source>
        <translation>Cache-Treffer %1 %: Nichts von der Eingabe kam aus dem Cache.</translation>
    </message>
    <message>
        <source>Cache hit rate %1 % of the input tokens.</source>
        <translation>Cache-Treffer bei %1 % der Eingabe-Tokens.</translation>
    </message>
    <message>
        <source>Cache hit rate %1 % of the input tokens, which saved %2.</source>
        <translation>Cache-Treffer bei %1 % der Eingabe-Tokens; das sparte %2.</translation>
    </message>
    <message>
        <source>Every answer that was paid is counted, also one that could not be used. No chunk took so much input that it looks asked twice.</source>
        <translation>Jede bezahlte Antwort ist gezählt, auch eine unbrauchbare. Kein Abschnitt brauchte so viel Eingabe, dass er doppelt gefragt aussieht.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) beyond the first of a chunk were probably paid: their chunks took a multiple of the usual input.</source>
        <translation>
            <numerusform>%n Antwort über die erste eines Abschnitts hinaus wurde wohl bezahlt: Ihr Abschnitt brauchte ein Vielfaches der üblichen Eingabe.</numerusform>
            <numerusform>%n Antworten über die erste eines Abschnitts hinaus wurden wohl bezahlt: Ihre Abschnitte brauchten ein Vielfaches der üblichen Eingabe.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is about %1, counted above.</source>
        <translation>Das sind etwa %1, oben mitgezählt.</translation>
    </message>
    <message>
        <source>Quoted</source>
        <translation>Veranschlagt</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>War</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Input, uncached</source>
        <translation>Eingabe, nicht aus Cache</translation>
    </message>
    <message numerus="yes">
        <source>%n paid answer(s) could not be used, and another one was asked for.</source>
        <translation>
            <numerusform>%n bezahlte Antwort war unbrauchbar, und es wurde erneut gefragt.</numerusform>
            <numerusform>%n bezahlte Antworten waren unbrauchbar, und es wurde erneut gefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>That cost %1, counted above.</source>
        <translation>Das hat %1 gekostet, oben mitgezählt.</translation>
    </message>
    <message>
        <source>Every answer that was paid is counted, and each could be used.</source>
        <translation>Jede bezahlte Antwort ist mitgezählt, und jede war brauchbar.</translation>
    </message>
</context>
<context>
    <name>Viral::DeskEngine</name>
    <message>
        <source>Runs and their answers are kept in memory only, as long as the program runs.</source>
        <translation>Läufe und ihre Antworten liegen nur im Speicher, solange das Programm läuft.</translation>
    </message>
    <message>
        <source>The library can be read but not changed: new runs are kept in memory only.</source>
        <translation>Die Bibliothek lässt sich lesen, aber nicht ändern: Neue Läufe liegen nur im Speicher.</translation>
    </message>
    <message>
        <source>A webhook could not be delivered. %1</source>
        <translation>Ein Webhook konnte nicht zugestellt werden. %1</translation>
    </message>
    <message>
        <source>Your own prices are left out. %1</source>
        <translation>Ihre eigenen Preise bleiben außen vor. %1</translation>
    </message>
    <message numerus="yes">
        <source>%n RunPod jobs are open and cannot be followed: add the key for RunPod in the settings.</source>
        <translation>
            <numerusform>%n RunPod-Job ist offen und kann nicht verfolgt werden: Tragen Sie in den Einstellungen den Schlüssel für RunPod ein.</numerusform>
            <numerusform>%n RunPod-Jobs sind offen und können nicht verfolgt werden: Tragen Sie in den Einstellungen den Schlüssel für RunPod ein.</numerusform>
        </translation>
    </message>
    <message>
        <source>The library does not have this run.</source>
        <translation>Die Bibliothek hat diesen Lauf nicht.</translation>
    </message>
</context>
<context>
    <name>Viral::Desktop::Workplace</name>
    <message>
        <source>Decisions are kept only until the window is closed.</source>
        <translation>Entscheidungen bleiben nur, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>Viral::DockTitle</name>
    <message>
        <source>Hide “%1”</source>
        <translation>„%1“ ausblenden</translation>
    </message>
</context>
<context>
    <name>Viral::DropOverlay</name>
    <message>
        <source>Drop “%1” to play it with this transcript</source>
        <translation>„%1“ ablegen, um es zu diesem Transkript abzuspielen</translation>
    </message>
    <message>
        <source>Drop “%1” to open it</source>
        <translation>„%1“ ablegen, um es zu öffnen</translation>
    </message>
</context>
<context>
    <name>Viral::EmptyWords</name>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>The run goes on. The first moment that it finds is shown here.</source>
        <translation>Der Lauf ist im Gange. Der erste Moment, den er findet, erscheint hier.</translation>
    </message>
    <message>
        <source>There are no moments. “Why” tells what became of the candidates.</source>
        <translation>Es gibt keine Momente. „Warum“ sagt, was aus den Kandidaten geworden ist.</translation>
    </message>
    <message>
        <source>There are no moments. “Find moments” looks for some.</source>
        <translation>Es gibt keine Momente. „Momente finden“ sucht welche.</translation>
    </message>
</context>
<context>
    <name>Viral::EvidenceView</name>
    <message>
        <source>advice</source>
        <translation>Rat</translation>
    </message>
    <message>
        <source>quotable</source>
        <translation>zitierbar</translation>
    </message>
    <message>
        <source>to the listener</source>
        <translation>direkte Anrede</translation>
    </message>
    <message>
        <source>feeling</source>
        <translation>Gefühl</translation>
    </message>
    <message>
        <source>strong word</source>
        <translation>starkes Wort</translation>
    </message>
    <message>
        <source>exclamation</source>
        <translation>Ausruf</translation>
    </message>
    <message>
        <source>first person</source>
        <translation>Ich-Form</translation>
    </message>
    <message>
        <source>unexpected</source>
        <translation>unerwartet</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Gegensatz</translation>
    </message>
    <message>
        <source>laughter</source>
        <translation>Lachen</translation>
    </message>
    <message>
        <source>quick exchange</source>
        <translation>schneller Wechsel</translation>
    </message>
    <message>
        <source>question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>superlative</source>
        <translation>Superlativ</translation>
    </message>
    <message>
        <source>short opening</source>
        <translation>kurzer Anfang</translation>
    </message>
    <message>
        <source>No words in the clip speak for this score.</source>
        <translation>Keine Worte im Clip sprechen für diese Wertung.</translation>
    </message>
</context>
<context>
    <name>Viral::FileCommands</name>
    <message>
        <source>Open a transcript, a payload or a result</source>
        <translation>Transkript, Payload oder Ergebnis öffnen</translation>
    </message>
    <message>
        <source>Transcripts, payloads, results (*.json *.srt *.vtt *.sbv *.ttml *.dfxp *.xml *.html *.txt);;All files (*)</source>
        <translation>Transkripte, Payloads, Ergebnisse (*.json *.srt *.vtt *.sbv *.ttml *.dfxp *.xml *.html *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Choose the video or sound of this interview</source>
        <translation>Video oder Ton dieses Interviews wählen</translation>
    </message>
    <message>
        <source>Video and sound (*.mp4 *.mov *.mkv *.webm *.m4v *.avi *.m4a *.mp3 *.wav *.ogg *.opus *.flac *.aac);;All files (*)</source>
        <translation>Video und Ton (*.mp4 *.mov *.mkv *.webm *.m4v *.avi *.m4a *.mp3 *.wav *.ogg *.opus *.flac *.aac);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Result JSON (*.json)</source>
        <translation>Ergebnis-JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the result</source>
        <translation>Ergebnis speichern</translation>
    </message>
    <message>
        <source>Export only what is kept</source>
        <translation>Nur Behaltenes exportieren</translation>
    </message>
    <message>
        <source>Saved, but %1 moments break the contract (marked in the list); the publishing system may refuse them.</source>
        <translation>Gespeichert, aber %1 Momente verletzen den Vertrag (in der Liste markiert); das Veröffentlichungssystem kann sie ablehnen.</translation>
    </message>
    <message>
        <source>Saved, but there is no moment in it.</source>
        <translation>Gespeichert, aber es ist kein Moment darin.</translation>
    </message>
</context>
<context>
    <name>Viral::FilterBar</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>Unentschieden</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgestellt</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Not rejected</source>
        <translation>Nicht verworfen</translation>
    </message>
    <message>
        <source>Search moments</source>
        <translation>Momente suchen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>By time</source>
        <translation>Nach Zeit</translation>
    </message>
    <message>
        <source>By score</source>
        <translation>Nach Wertung</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>More filters</source>
        <translation>Weitere Filter</translation>
    </message>
    <message>
        <source>Show only moments of a score, platform, category or speaker</source>
        <translation>Nur Momente mit einer Wertung, einer Plattform, einer Kategorie oder eines Sprechers zeigen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Take the filter “%1” away</source>
        <translation>Filter „%1“ entfernen</translation>
    </message>
    <message>
        <source>Score ≥ %1</source>
        <translation>Wertung ≥ %1</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>With warnings</source>
        <translation>Mit Warnungen</translation>
    </message>
    <message>
        <source>Score at least</source>
        <translation>Wertung mindestens</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Plattform</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Only starred</source>
        <translation>Nur mit Stern</translation>
    </message>
    <message>
        <source>Only with warnings</source>
        <translation>Nur mit Warnungen</translation>
    </message>
    <message>
        <source>Clear all filters</source>
        <translation>Alle Filter entfernen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
</context>
<context>
    <name>Viral::FindBar</name>
    <message>
        <source>Find in the transcript</source>
        <translation>Im Transkript suchen</translation>
    </message>
    <message>
        <source>Previous place</source>
        <translation>Vorige Stelle</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nächste Stelle</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>Viral::FunnelFilter</name>
    <message>
        <source>Same stretch</source>
        <translation>Gleiche Stelle</translation>
    </message>
    <message>
        <source>Inside another</source>
        <translation>In einem anderen</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Zu kurz</translation>
    </message>
    <message>
        <source>Too long</source>
        <translation>Zu lang</translation>
    </message>
    <message>
        <source>Nothing spoken</source>
        <translation>Nichts gesprochen</translation>
    </message>
    <message>
        <source>Outside its chunk</source>
        <translation>Außerhalb des Abschnitts</translation>
    </message>
    <message>
        <source>No such sentence</source>
        <translation>Kein solcher Satz</translation>
    </message>
    <message>
        <source>No place given</source>
        <translation>Keine Stelle genannt</translation>
    </message>
    <message>
        <source>Ends before it starts</source>
        <translation>Endet vor dem Anfang</translation>
    </message>
    <message>
        <source>Hook too late</source>
        <translation>Hook zu spät</translation>
    </message>
    <message>
        <source>No known platform</source>
        <translation>Keine bekannte Plattform</translation>
    </message>
    <message>
        <source>Post does not fit</source>
        <translation>Post passt nicht</translation>
    </message>
    <message>
        <source>Score missing</source>
        <translation>Wertung fehlt</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Weaker than others</source>
        <translation>Schwächer als andere</translation>
    </message>
</context>
<context>
    <name>Viral::FunnelModel</name>
    <message>
        <source>Unreadable</source>
        <translation>Unlesbar</translation>
    </message>
    <message>
        <source>Passed over</source>
        <translation>Übergangen</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>In the result</source>
        <translation>Im Ergebnis</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Chunk</source>
        <translation>Abschnitt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Ended at</source>
        <translation>Endete bei</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>Viral::FunnelPanel</name>
    <message>
        <source>What became of the candidate</source>
        <translation>Was aus dem Kandidaten wurde</translation>
    </message>
    <message>
        <source>Only what was dropped</source>
        <translation>Nur Aussortierte</translation>
    </message>
    <message>
        <source>Only about this moment</source>
        <translation>Nur zu diesem Moment</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Candidates</source>
        <translation>Kandidaten</translation>
    </message>
    <message>
        <source>Search candidates</source>
        <translation>Kandidaten suchen</translation>
    </message>
    <message>
        <source>No candidate of the run became this moment.</source>
        <translation>Aus keinem Kandidaten des Laufs wurde dieser Moment.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n candidates are in the result</source>
        <translation>
            <numerusform>%1 von %n Kandidat ist im Ergebnis</numerusform>
            <numerusform>%1 von %n Kandidaten sind im Ergebnis</numerusform>
        </translation>
    </message>
    <message>
        <source>In the result</source>
        <translation>Im Ergebnis</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show only these</source>
        <translation>Nur diese zeigen</translation>
    </message>
    <message>
        <source>In the result.</source>
        <translation>Im Ergebnis.</translation>
    </message>
    <message>
        <source>“%1” stays in its place.</source>
        <translation>„%1“ steht an seiner Stelle.</translation>
    </message>
    <message>
        <source>Proposed: %1</source>
        <translation>Vorgeschlagen: %1</translation>
    </message>
    <message>
        <source>Refined: %1</source>
        <translation>Verfeinert: %1</translation>
    </message>
    <message>
        <source>It cannot come back as it is: %1</source>
        <translation>Er kann so nicht zurückkommen: %1</translation>
    </message>
    <message>
        <source>Brought back it is %1.</source>
        <translation>Zurückgeholt ist er %1.</translation>
    </message>
    <message>
        <source>Changed – %1</source>
        <translation>Geändert – %1</translation>
    </message>
    <message>
        <source>Go to the moment</source>
        <translation>Zum Moment</translation>
    </message>
    <message>
        <source>Choose a dropped candidate under “Why” first.</source>
        <translation>Wählen Sie zuerst unter „Warum“ einen aussortierten Kandidaten.</translation>
    </message>
    <message>
        <source>This candidate cannot come back as it is: %1</source>
        <translation>Dieser Kandidat kann so nicht zurückkommen: %1</translation>
    </message>
    <message>
        <source>Choose a candidate to read what became of it.</source>
        <translation>Einen Kandidaten wählen, um zu lesen, was aus ihm wurde.</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>The run goes on. Its candidates appear here as they come.</source>
        <translation>Der Lauf ist im Gange. Seine Kandidaten erscheinen hier, sobald sie kommen.</translation>
    </message>
    <message>
        <source>This result came without its candidates. A run in this window keeps them all: “Find moments” makes one.</source>
        <translation>Dieses Ergebnis kam ohne seine Kandidaten. Ein Lauf in diesem Fenster behält sie alle: „Momente finden“ startet einen.</translation>
    </message>
</context>
<context>
    <name>Viral::HandOverDialog</name>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>Was übergeben wird</translation>
    </message>
    <message>
        <source>Warnings of the format</source>
        <translation>Warnungen des Formats</translation>
    </message>
    <message>
        <source>Where to write</source>
        <translation>Wohin geschrieben wird</translation>
    </message>
    <message>
        <source>&amp;To</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>Clips that are cut</source>
        <translation>Geschnittene Clips</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Puts the file&apos;s text on the clipboard</source>
        <translation>Legt den Text der Datei in die Zwischenablage</translation>
    </message>
    <message>
        <source>Hand &amp;over</source>
        <translation>&amp;Übergeben</translation>
    </message>
    <message numerus="yes">
        <source>%n clip(s), %1 in all</source>
        <translation>
            <numerusform>%n Clip, zusammen %1</numerusform>
            <numerusform>%n Clips, zusammen %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there will be replaced.</source>
        <translation>
            <numerusform>%n Datei dort wird ersetzt.</numerusform>
            <numerusform>%n Dateien dort werden ersetzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… und %n weitere</numerusform>
            <numerusform>… und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the media…</source>
        <translation>Medien wählen…</translation>
    </message>
    <message>
        <source>Add the transcript…</source>
        <translation>Transkript hinzufügen…</translation>
    </message>
    <message>
        <source>Write the rate</source>
        <translation>Bildrate angeben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1 of %2 clips</source>
        <translation>%1 von %2 Clips</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>%1 (*%2)</source>
        <translation>%1 (*%2)</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>%n Datei nach %1 geschrieben</numerusform>
            <numerusform>%n Dateien nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Viral::HandOverFormat</name>
    <message>
        <source>Final Cut Pro XML</source>
        <translation>Final Cut Pro XML</translation>
    </message>
    <message>
        <source>Final Cut Pro, DaVinci Resolve</source>
        <translation>Final Cut Pro, DaVinci Resolve</translation>
    </message>
    <message>
        <source>Premiere Pro XML</source>
        <translation>Premiere Pro XML</translation>
    </message>
    <message>
        <source>Premiere Pro, DaVinci Resolve</source>
        <translation>Premiere Pro, DaVinci Resolve</translation>
    </message>
    <message>
        <source>DaVinci Resolve markers</source>
        <translation>DaVinci-Resolve-Marker</translation>
    </message>
    <message>
        <source>Timelines → Import → Timeline Markers</source>
        <translation>Timelines → Import → Timeline Markers</translation>
    </message>
    <message>
        <source>OpenTimelineIO</source>
        <translation>OpenTimelineIO</translation>
    </message>
    <message>
        <source>DaVinci Resolve, Kdenlive, tools of studios</source>
        <translation>DaVinci Resolve, Kdenlive, Studiowerkzeuge</translation>
    </message>
    <message>
        <source>CMX 3600 edit list</source>
        <translation>CMX-3600-Schnittliste</translation>
    </message>
    <message>
        <source>Avid and nearly every editing program</source>
        <translation>Avid und fast jedes Schnittprogramm</translation>
    </message>
    <message>
        <source>LosslessCut segments (CSV)</source>
        <translation>LosslessCut-Segmente (CSV)</translation>
    </message>
    <message>
        <source>LosslessCut: Import project</source>
        <translation>LosslessCut: Import project</translation>
    </message>
    <message>
        <source>Audacity labels</source>
        <translation>Audacity-Textmarken</translation>
    </message>
    <message>
        <source>Audacity: Import → Labels</source>
        <translation>Audacity: Importieren → Textmarken</translation>
    </message>
    <message>
        <source>Captions (SubRip)</source>
        <translation>Untertitel (SubRip)</translation>
    </message>
    <message>
        <source>Editing programs, YouTube, LinkedIn; a file per clip</source>
        <translation>Schnittprogramme, YouTube, LinkedIn; eine Datei je Clip</translation>
    </message>
    <message>
        <source>Captions (WebVTT)</source>
        <translation>Untertitel (WebVTT)</translation>
    </message>
    <message>
        <source>Web players; a file per clip</source>
        <translation>Player im Web; eine Datei je Clip</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Excel, Numbers, Google Sheets</source>
        <translation>Excel, Numbers, Google Tabellen</translation>
    </message>
    <message>
        <source>Review sheet (Markdown)</source>
        <translation>Sichtungsblatt (Markdown)</translation>
    </message>
    <message>
        <source>Notes, wikis, issue trackers</source>
        <translation>Notizen, Wikis, Ticketsysteme</translation>
    </message>
    <message>
        <source>Review sheet (HTML)</source>
        <translation>Sichtungsblatt (HTML)</translation>
    </message>
    <message>
        <source>Any browser; to be mailed or printed</source>
        <translation>Jeder Browser; zum Mailen und Drucken</translation>
    </message>
    <message>
        <source>Review sheet (PDF)</source>
        <translation>Sichtungsblatt (PDF)</translation>
    </message>
    <message>
        <source>Anyone; to be signed off or printed</source>
        <translation>Für alle; zum Abnehmen und Drucken</translation>
    </message>
    <message>
        <source>YouTube chapters</source>
        <translation>YouTube-Kapitel</translation>
    </message>
    <message>
        <source>The description of the video on YouTube</source>
        <translation>Die Beschreibung des Videos auf YouTube</translation>
    </message>
    <message>
        <source>Result JSON</source>
        <translation>Ergebnis-JSON</translation>
    </message>
    <message>
        <source>Publishing systems; opens in Viral Moments again</source>
        <translation>Publikationssysteme; öffnet wieder in Viral Moments</translation>
    </message>
    <message>
        <source>Cut clips</source>
        <translation>Geschnittene Clips</translation>
    </message>
    <message>
        <source>A media file per clip, cut by ffmpeg</source>
        <translation>Eine Mediendatei je Clip, geschnitten von ffmpeg</translation>
    </message>
    <message>
        <source>Editing programs</source>
        <translation>Schnittprogramme</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Lists and sheets</source>
        <translation>Listen und Blätter</translation>
    </message>
    <message>
        <source>Clips</source>
        <translation>Clips</translation>
    </message>
</context>
<context>
    <name>Viral::HandOverOptions</name>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Shape of the timeline</source>
        <translation>Aufbau der Timeline</translation>
    </message>
    <message>
        <source>Handles in pictures</source>
        <translation>Handles in Bildern</translation>
    </message>
    <message>
        <source>Gap in pictures</source>
        <translation>Lücke in Bildern</translation>
    </message>
    <message>
        <source>Pictures per second</source>
        <translation>Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>How clips are cut</source>
        <translation>Wie Clips geschnitten werden</translation>
    </message>
    <message>
        <source>All but the rejected</source>
        <translation>Alle außer den verworfenen</translation>
    </message>
    <message>
        <source>Only what is kept</source>
        <translation>Nur die behaltenen</translation>
    </message>
    <message>
        <source>One after the other</source>
        <translation>Einer nach dem anderen</translation>
    </message>
    <message>
        <source>Each on a timeline of its own</source>
        <translation>Jeder auf einer eigenen Timeline</translation>
    </message>
    <message>
        <source>Markers on the whole source</source>
        <translation>Marker auf der ganzen Quelle</translation>
    </message>
    <message>
        <source>Exactly, encoded anew</source>
        <translation>Genau, neu kodiert</translation>
    </message>
    <message>
        <source>At once, copied; may begin early</source>
        <translation>Sofort, kopiert; beginnt evtl. zu früh</translation>
    </message>
    <message>
        <source>Pictures more on both sides of each clip</source>
        <translation>Bilder mehr auf beiden Seiten jedes Clips</translation>
    </message>
    <message>
        <source>Pictures left empty between the clips</source>
        <translation>Bilder, die zwischen den Clips leer bleiben</translation>
    </message>
    <message>
        <source>The media on the editing computer</source>
        <translation>Die Medien auf dem Schnittrechner</translation>
    </message>
    <message>
        <source>Where the editing program will find the media file; empty for where it is here</source>
        <translation>Wo das Schnittprogramm die Mediendatei findet; leer: wo sie hier liegt</translation>
    </message>
    <message>
        <source>&amp;Moments</source>
        <translation>&amp;Momente</translation>
    </message>
    <message>
        <source>&amp;Shape</source>
        <translation>&amp;Aufbau</translation>
    </message>
    <message>
        <source>Ha&amp;ndles, in pictures</source>
        <translation>&amp;Handles, in Bildern</translation>
    </message>
    <message>
        <source>&amp;Gap, in pictures</source>
        <translation>&amp;Lücke, in Bildern</translation>
    </message>
    <message>
        <source>Pictures per secon&amp;d</source>
        <translation>&amp;Bilder pro Sekunde</translation>
    </message>
    <message>
        <source>M&amp;edia when editing</source>
        <translation>M&amp;edien beim Schnitt</translation>
    </message>
    <message>
        <source>C&amp;ut</source>
        <translation>&amp;Schnitt</translation>
    </message>
    <message>
        <source>as the media: %1</source>
        <translation>wie die Medien: %1</translation>
    </message>
    <message>
        <source>for example 25</source>
        <translation>zum Beispiel 25</translation>
    </message>
</context>
<context>
    <name>Viral::HandOverPreview</name>
    <message>
        <source>Nothing is kept yet: keep moments (A), or hand over all but the rejected.</source>
        <translation>Noch ist nichts behalten: Behalten Sie Momente (A), oder übergeben Sie alle außer den verworfenen.</translation>
    </message>
    <message>
        <source>There is no moment to hand over.</source>
        <translation>Es gibt keinen Moment zu übergeben.</translation>
    </message>
    <message>
        <source>This format needs the video or sound: choose its file.</source>
        <translation>Dieses Format braucht Video oder Ton: Wählen Sie die Datei.</translation>
    </message>
    <message>
        <source>This is no rate: write it as 25, 29.97 or 30000/1001.</source>
        <translation>Das ist keine Bildrate: Schreiben Sie 25, 29,97 oder 30000/1001.</translation>
    </message>
    <message>
        <source>This format counts pictures, and how many there are in a second is not known: choose or write the rate.</source>
        <translation>Dieses Format zählt Bilder, und wie viele es in der Sekunde sind, ist nicht bekannt: Wählen oder schreiben Sie die Bildrate.</translation>
    </message>
    <message>
        <source>This format writes what is said, and there are no words: add the transcript.</source>
        <translation>Dieses Format schreibt, was gesagt wird, und es gibt keine Wörter: Fügen Sie das Transkript hinzu.</translation>
    </message>
</context>
<context>
    <name>Viral::HandOverWords</name>
    <message>
        <source>Nothing is known of the media: a picture and stereo sound are assumed in it.</source>
        <translation>Über die Medien ist nichts bekannt: Bild und Stereoton werden darin angenommen.</translation>
    </message>
    <message>
        <source>No sound was found in the media: the clips carry pictures alone.</source>
        <translation>In den Medien wurde kein Ton gefunden: Die Clips enthalten nur Bilder.</translation>
    </message>
    <message>
        <source>The rate of the media&apos;s sound is not known: 48 kHz is assumed.</source>
        <translation>Die Abtastrate des Tons ist nicht bekannt: 48 kHz werden angenommen.</translation>
    </message>
    <message>
        <source>The size of the picture is not known: 1920 × 1080 is assumed.</source>
        <translation>Die Größe des Bildes ist nicht bekannt: 1920 × 1080 wird angenommen.</translation>
    </message>
    <message>
        <source>The media&apos;s pictures follow each other at a varying rate, and the cuts are counted at %1 per second: an editing program may place them beside the words. Converting the media to a constant rate avoids that.</source>
        <translation>Die Bilder der Medien folgen einander mit wechselnder Rate, und die Schnitte sind mit %1 pro Sekunde gezählt: Ein Schnittprogramm setzt sie vielleicht neben die Wörter. Das vermeidet, wer die Medien in eine feste Rate umwandelt.</translation>
    </message>
    <message>
        <source>Nothing is said in &quot;%1&quot;; its captions are empty.</source>
        <translation>In „%1“ wird nichts gesagt; seine Untertitel sind leer.</translation>
    </message>
    <message>
        <source>The transcript has no times of words; captions inside a sentence are estimated.</source>
        <translation>Das Transkript hat keine Zeiten der Wörter; Untertitel innerhalb eines Satzes sind geschätzt.</translation>
    </message>
    <message>
        <source>One moment reaches behind the end of the media at %1: is this the file the moments were found in?</source>
        <translation>Ein Moment reicht hinter das Ende der Medien bei %1: Ist das die Datei, in der die Momente gefunden wurden?</translation>
    </message>
    <message>
        <source>%1 moments reach behind the end of the media at %2: is this the file the moments were found in?</source>
        <translation>%1 Momente reichen hinter das Ende der Medien bei %2: Ist das die Datei, in der die Momente gefunden wurden?</translation>
    </message>
    <message>
        <source>The length of the media is not known: it is written as if it ended with the last moment.</source>
        <translation>Die Länge der Medien ist nicht bekannt: Sie wird geschrieben, als endeten sie mit dem letzten Moment.</translation>
    </message>
    <message>
        <source>An edit list does not say its rate: set the project to %1 pictures per second before it is imported.</source>
        <translation>Eine Schnittliste nennt ihre Rate nicht: Stellen Sie das Projekt vor dem Import auf %1 Bilder pro Sekunde.</translation>
    </message>
    <message>
        <source>An edit list holds 999 events and ends at midnight: the reel was written as %1 lists.</source>
        <translation>Eine Schnittliste fasst 999 Ereignisse und endet um Mitternacht: Die Folge wurde in %1 Listen geschrieben.</translation>
    </message>
    <message>
        <source>An edit list holds 999 events: the markers were written as %1 lists.</source>
        <translation>Eine Schnittliste fasst 999 Ereignisse: Die Marker wurden in %1 Listen geschrieben.</translation>
    </message>
    <message>
        <source>The markers are for a timeline that starts at 01:00:00:00; the media&apos;s own timecode starts elsewhere.</source>
        <translation>Die Marker sind für eine Timeline, die bei 01:00:00:00 beginnt; der Timecode der Medien beginnt anderswo.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; begins less than ten seconds after another chapter and is left out.</source>
        <translation>„%1“ beginnt weniger als zehn Sekunden nach einem anderen Kapitel und ist weggelassen.</translation>
    </message>
    <message>
        <source>YouTube shows chapters only from three on; these are %1.</source>
        <translation>YouTube zeigt Kapitel erst ab dreien; hier sind es %1.</translation>
    </message>
    <message>
        <source>An edit list has two digits for the pictures of a second, and %1 need more: another format, or media at a lower rate, holds them.</source>
        <translation>Eine Schnittliste hat zwei Stellen für die Bilder einer Sekunde, und %1 brauchen mehr: Ein anderes Format oder Medien mit kleinerer Rate fassen sie.</translation>
    </message>
    <message>
        <source>Clips are cut by ffmpeg, which is not installed: install the package ffmpeg.</source>
        <translation>Clips schneidet ffmpeg, das nicht installiert ist: Installieren Sie das Paket ffmpeg.</translation>
    </message>
    <message>
        <source>Cancelled: %1 of %2 clips are cut.</source>
        <translation>Abgebrochen: %1 von %2 Clips sind geschnitten.</translation>
    </message>
    <message>
        <source>The clip could not be put in its place; look whether the folder may be written.</source>
        <translation>Der Clip konnte nicht an seinen Platz gelegt werden; sehen Sie nach, ob in den Ordner geschrieben werden darf.</translation>
    </message>
    <message>
        <source>ffmpeg could not cut this clip: %1</source>
        <translation>ffmpeg konnte diesen Clip nicht schneiden: %1</translation>
    </message>
    <message>
        <source>ffmpeg could not cut this clip.</source>
        <translation>ffmpeg konnte diesen Clip nicht schneiden.</translation>
    </message>
    <message>
        <source>This format makes several files and wants a folder; it could not be made.</source>
        <translation>Dieses Format ergibt mehrere Dateien und braucht einen Ordner; er konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The folder could not be made.</source>
        <translation>Der Ordner konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>This is a folder, a file is wanted.</source>
        <translation>Das ist ein Ordner, gebraucht wird eine Datei.</translation>
    </message>
    <message>
        <source>The file could not be written: %1.</source>
        <translation>Die Datei konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>This could not be written: %1.</source>
        <translation>Das konnte nicht geschrieben werden: %1.</translation>
    </message>
    <message>
        <source>The last chapter begins less than ten seconds before the end: YouTube will show none.</source>
        <translation>Das letzte Kapitel beginnt weniger als zehn Sekunden vor dem Ende: YouTube wird keines zeigen.</translation>
    </message>
    <message>
        <source>Clips that are left out because the media has nothing of them: %1.</source>
        <translation>Clips, die wegfallen, weil die Medien nichts von ihnen enthalten: %1.</translation>
    </message>
    <message>
        <source>This is what the hand-over is made from, and it is not written over: name another place.</source>
        <translation>Daraus wird übergeben, und es wird nicht überschrieben: Nennen Sie einen anderen Ort.</translation>
    </message>
</context>
<context>
    <name>Viral::HistoryModel</name>
    <message>
        <source>%1, the review stands here</source>
        <translation>%1, hier steht die Sichtung</translation>
    </message>
    <message>
        <source>%1, taken back</source>
        <translation>%1, zurückgenommen</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>Viral::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n Schritt</numerusform>
            <numerusform>%n Schritte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n zurückgenommen</numerusform>
            <numerusform>%n zurückgenommen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::JobCommands</name>
    <message>
        <source>Export the result</source>
        <translation>Ergebnis exportieren</translation>
    </message>
    <message>
        <source>Results (*.json)</source>
        <translation>Ergebnisse (*.json)</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
</context>
<context>
    <name>Viral::JobDesk</name>
    <message>
        <source>What the run would cost; press to see every model</source>
        <translation>Was der Lauf kosten würde; drücken, um alle Modelle zu sehen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>Viral::JobListModel</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>%1 of %2 chunks</source>
        <translation>%1 von %2 Abschnitten</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Job %1</source>
        <translation>Job %1</translation>
    </message>
    <message>
        <source>File %1</source>
        <translation>Datei %1</translation>
    </message>
    <message>
        <source>Endpoint %1</source>
        <translation>Endpunkt %1</translation>
    </message>
    <message>
        <source>RunPod&apos;s job %1</source>
        <translation>RunPod-Job %1</translation>
    </message>
    <message>
        <source>RunPod keeps the result until %1</source>
        <translation>RunPod hebt das Ergebnis bis %1 auf</translation>
    </message>
    <message>
        <source>RunPod dropped the result %1</source>
        <translation>RunPod hat das Ergebnis %1 gelöscht</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>result may be gone</source>
        <translation>Ergebnis vielleicht schon gelöscht</translation>
    </message>
    <message>
        <source>result safe until %1</source>
        <translation>Ergebnis sicher bis %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>Notizen: %1</translation>
    </message>
</context>
<context>
    <name>Viral::JobsPanel</name>
    <message>
        <source>No runs yet. Open a transcript and find moments; every run stays here with its result.</source>
        <translation>Noch keine Läufe. Öffnen Sie ein Transkript und lassen Sie Momente finden; jeder Lauf bleibt mit seinem Ergebnis hier.</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translation>Läufe suchen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>The same request again: only what is missing is paid</source>
        <translation>Dieselbe Anfrage noch einmal: Bezahlt wird nur, was fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 von %n Lauf</numerusform>
            <numerusform>%1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>A run that goes on cannot be deleted; cancel it first.</source>
        <translation>Ein laufender Lauf lässt sich nicht löschen; brechen Sie ihn zuerst ab.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted. What was paid for is kept.</source>
        <translation>
            <numerusform>%n Lauf gelöscht. Was bezahlt wurde, bleibt aufgehoben.</numerusform>
            <numerusform>%n Läufe gelöscht. Was bezahlt wurde, bleibt aufgehoben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Follow a RunPod job…</source>
        <translation>RunPod-Job verfolgen…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Choose two runs to compare them</source>
        <translation>Zwei Läufe wählen, um sie zu vergleichen</translation>
    </message>
    <message>
        <source>A run that has ended well can be exported</source>
        <translation>Ein Lauf, der gut geendet hat, kann exportiert werden</translation>
    </message>
    <message>
        <source>No run has these words. Escape clears the search.</source>
        <translation>Kein Lauf enthält diese Wörter. Escape leert die Suche.</translation>
    </message>
</context>
<context>
    <name>Viral::KeyField</name>
    <message>
        <source>This is too long for a key.</source>
        <translation>Das ist zu lang für einen Schlüssel.</translation>
    </message>
    <message>
        <source>A key has no spaces and only plain letters, digits and signs. Copy it once more.</source>
        <translation>Ein Schlüssel hat keine Leerzeichen und nur einfache Buchstaben, Ziffern und Zeichen. Kopieren Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>%1: show</source>
        <translation>%1: zeigen</translation>
    </message>
    <message>
        <source>%1: paste</source>
        <translation>%1: einfügen</translation>
    </message>
    <message>
        <source>%1: forget</source>
        <translation>%1: vergessen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>from the environment</source>
        <translation>aus der Umgebung</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Set by %1 in the environment of this program, which is stronger than the settings.</source>
        <translation>Von %1 in der Umgebung dieses Programms gesetzt; sie ist stärker als die Einstellungen.</translation>
    </message>
</context>
<context>
    <name>Viral::KeyMapDialog</name>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>&amp;Importieren…</translation>
    </message>
    <message>
        <source>Search a command or a key</source>
        <translation>Befehl oder Taste suchen</translation>
    </message>
    <message>
        <source>Keys as in</source>
        <translation>Tasten wie in</translation>
    </message>
    <message>
        <source>&amp;Keys as in</source>
        <translation>&amp;Tasten wie in</translation>
    </message>
    <message>
        <source>New key: press it</source>
        <translation>Neue Taste: drücken</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove all</source>
        <translation>&amp;Alle entfernen</translation>
    </message>
    <message>
        <source>As &amp;usual</source>
        <translation>Wie &amp;üblich</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
    <message>
        <source>T&amp;ake over</source>
        <translation>Ü&amp;bernehmen</translation>
    </message>
    <message>
        <source>%1 belongs to “%2”, which would lose it.</source>
        <translation>%1 gehört zu „%2“ und ginge dort verloren.</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Exportiert nach %1</translation>
    </message>
    <message>
        <source>Export keys</source>
        <translation>Tasten exportieren</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>Tasten (*.json)</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>Tasten importieren</translation>
    </message>
</context>
<context>
    <name>Viral::KeyMapFile</name>
    <message>
        <source>There is no command “%1” here.</source>
        <translation>Einen Befehl „%1“ gibt es hier nicht.</translation>
    </message>
    <message>
        <source>“%1” is no key.</source>
        <translation>„%1“ ist keine Taste.</translation>
    </message>
    <message>
        <source>This is no file of keys. Export one here to see how it looks.</source>
        <translation>Das ist keine Tastendatei. Exportieren Sie eine, um zu sehen, wie sie aussieht.</translation>
    </message>
</context>
<context>
    <name>Viral::KeyMapModel</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
</context>
<context>
    <name>Viral::KeyMapStore</name>
    <message>
        <source>The changed keys could not be read, the usual ones are in force. %1: %2</source>
        <translation>Die geänderten Tasten waren nicht lesbar, es gelten die üblichen. %1: %2</translation>
    </message>
    <message>
        <source>The keys hold until the program ends: %1</source>
        <translation>Die Tasten gelten, bis das Programm endet: %1</translation>
    </message>
</context>
<context>
    <name>Viral::KeySheet</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>No command and no key is called so.</source>
        <translation>Kein Befehl und keine Taste heißt so.</translation>
    </message>
</context>
<context>
    <name>Viral::KeychainKeeper</name>
    <message>
        <source>The key could not be put into the keychain.</source>
        <translation>Der Schlüssel konnte nicht im Schlüsselbund abgelegt werden.</translation>
    </message>
    <message>
        <source>The key could not be removed from the keychain.</source>
        <translation>Der Schlüssel konnte nicht aus dem Schlüsselbund entfernt werden.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is being asked.</source>
        <translation>Der Schlüsselbund des Systems wird gefragt.</translation>
    </message>
    <message>
        <source>Keys are kept in the system&apos;s keychain.</source>
        <translation>Schlüssel liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>This computer has no keychain, so keys are held in memory and are gone when the program ends. Install gnome-keyring or KWallet to keep them.</source>
        <translation>Dieser Computer hat keinen Schlüsselbund; Schlüssel bleiben im Speicher und sind weg, wenn das Programm endet. Installieren Sie gnome-keyring oder KWallet, um sie zu behalten.</translation>
    </message>
    <message>
        <source>The keychain is locked, so keys are held in memory and are gone when the program ends. Unlock it and start the program again to keep them.</source>
        <translation>Der Schlüsselbund ist gesperrt; Schlüssel bleiben im Speicher und sind weg, wenn das Programm endet. Entsperren Sie ihn und starten Sie das Programm neu, um sie zu behalten.</translation>
    </message>
    <message>
        <source>The keys could not be read from the keychain.</source>
        <translation>Die Schlüssel konnten nicht aus dem Schlüsselbund gelesen werden.</translation>
    </message>
    <message>
        <source>The keychain does not answer, so keys are held in memory and are gone when the program ends. It may be asking for its password in another window: unlock it there.</source>
        <translation>Der Schlüsselbund antwortet nicht; Schlüssel bleiben im Speicher und sind weg, wenn das Programm endet. Vielleicht fragt er in einem anderen Fenster nach seinem Passwort: Entsperren Sie ihn dort.</translation>
    </message>
    <message>
        <source>The keychain failed, so keys are held in memory and are gone when the program ends. Log in again, or enter the key in the settings.</source>
        <translation>Der Schlüsselbund versagt; Schlüssel bleiben im Speicher und sind weg, wenn das Programm endet. Melden Sie sich neu an oder tragen Sie den Schlüssel in den Einstellungen ein.</translation>
    </message>
</context>
<context>
    <name>Viral::LightCopyMaker</name>
    <message>
        <source>The light copy needs ffmpeg, which is not installed (package ffmpeg).</source>
        <translation>Der Proxy braucht ffmpeg, das nicht installiert ist (Paket ffmpeg).</translation>
    </message>
    <message>
        <source>The media file is not there any more: %1</source>
        <translation>Die Mediendatei ist nicht mehr da: %1</translation>
    </message>
    <message>
        <source>The light copy cannot be written into %1.</source>
        <translation>Der Proxy kann nicht nach %1 geschrieben werden.</translation>
    </message>
    <message>
        <source>The light copy needs about %1, but only %2 are free in %3.</source>
        <translation>Der Proxy braucht etwa %1, aber nur %2 sind frei in %3.</translation>
    </message>
    <message>
        <source>The disk is full: the light copy does not fit into %1.</source>
        <translation>Die Platte ist voll: Der Proxy passt nicht nach %1.</translation>
    </message>
    <message>
        <source>The light copy could not be made: %1</source>
        <translation>Der Proxy konnte nicht erstellt werden: %1</translation>
    </message>
</context>
<context>
    <name>Viral::LiveRun</name>
    <message numerus="yes">
        <source>, %n are asked by another run and waited for</source>
        <translation>
            <numerusform>, auf %n wartet er, die ein anderer Lauf fragt</numerusform>
            <numerusform>, auf %n wartet er, die ein anderer Lauf fragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n wait for another try</source>
        <translation>
            <numerusform>, %n wartet auf den nächsten Versuch</numerusform>
            <numerusform>, %n warten auf den nächsten Versuch</numerusform>
        </translation>
    </message>
    <message>
        <source> (up to %1 s)</source>
        <translation> (bis zu %1 s)</translation>
    </message>
    <message>
        <source>: %1</source>
        <translation>: %1</translation>
    </message>
    <message>
        <source>Is being cancelled</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>The job %1. </source>
        <translation>Der Job %1. </translation>
    </message>
    <message>
        <source>Is being prepared</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n chunks</source>
        <translation>
            <numerusform>%1 von %n Abschnitt</numerusform>
            <numerusform>%1 von %n Abschnitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n on their way</source>
        <translation>
            <numerusform>, %n unterwegs</numerusform>
            <numerusform>, %n unterwegs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n gescheitert</numerusform>
            <numerusform>, %n gescheitert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::LiveWorkBinder</name>
    <message>
        <source>Another run asks this; its answer is waited for and not paid twice.</source>
        <translation>Ein anderer Lauf fragt das gerade; seine Antwort wird abgewartet und nicht doppelt bezahlt.</translation>
    </message>
    <message>
        <source>%1; again in %2.</source>
        <translation>%1; noch einmal in %2.</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
</context>
<context>
    <name>Viral::LookPage</name>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
</context>
<context>
    <name>Viral::MainWindow</name>
    <message>
        <source>Scores</source>
        <translation>Wertung</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Posts</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Inspektor</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen…</translation>
    </message>
    <message>
        <source>%1[*] – Viral Moments</source>
        <translation>%1[*] – Viral Moments</translation>
    </message>
    <message>
        <source>Viral Moments</source>
        <translation>Viral Moments</translation>
    </message>
    <message>
        <source>The library could not be opened, so the decisions on “%1” are lost when the window closes.</source>
        <translation>Die Bibliothek ließ sich nicht öffnen; die Entscheidungen zu „%1“ gehen verloren, wenn das Fenster geschlossen wird.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs go on. What was paid for is kept; they can be gone on with from the list of jobs.</source>
        <translation>
            <numerusform>%n Lauf ist im Gange. Was bezahlt wurde, bleibt aufgehoben; aus der Liste der Aufträge geht es später weiter.</numerusform>
            <numerusform>%n Läufe sind im Gange. Was bezahlt wurde, bleibt aufgehoben; aus der Liste der Aufträge geht es später weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Keep running</source>
        <translation>&amp;Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n Abschnitt</numerusform>
            <numerusform>%n Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 moments of %2 candidates</source>
        <translation>%1 Momente aus %2 Kandidaten</translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n Moment</numerusform>
            <numerusform>%n Momente</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MediaPlayback</name>
    <message>
        <source>The media file is not there: %1</source>
        <translation>Die Mediendatei ist nicht da: %1</translation>
    </message>
    <message>
        <source>The media file cannot be played: %1 These packages play most files: %2</source>
        <translation>Die Mediendatei lässt sich nicht abspielen: %1 Diese Pakete spielen die meisten Dateien: %2</translation>
    </message>
    <message>
        <source>The media file cannot be played: %1</source>
        <translation>Die Mediendatei lässt sich nicht abspielen: %1</translation>
    </message>
    <message>
        <source>This is a folder, not a media file: %1</source>
        <translation>Das ist ein Ordner, keine Mediendatei: %1</translation>
    </message>
    <message>
        <source>The media file is empty: %1</source>
        <translation>Die Mediendatei ist leer: %1</translation>
    </message>
    <message>
        <source>The pictures of this media file come in a form that cannot be shown.</source>
        <translation>Die Bilder dieser Mediendatei liegen in einer Form vor, die nicht gezeigt werden kann.</translation>
    </message>
</context>
<context>
    <name>Viral::MediaSource</name>
    <message>
        <source>A picture of this file takes %1 to come. A light copy, made in the background, makes it quick.</source>
        <translation>Ein Bild dieser Datei braucht %1. Ein Proxy, im Hintergrund erstellt, macht sie schnell.</translation>
    </message>
    <message>
        <source>The light copy is being made; go on working.</source>
        <translation>Der Proxy wird erstellt; arbeiten Sie ruhig weiter.</translation>
    </message>
    <message>
        <source>The media file ends before this. The transcript’s clock goes on without it.</source>
        <translation>Die Mediendatei endet vorher. Die Uhr des Transkripts läuft ohne sie weiter.</translation>
    </message>
    <message>
        <source>Places in a file of this kind (MPEG stream) are found only roughly. A light copy, made in the background, shows every picture exactly.</source>
        <translation>In einer Datei dieser Art (MPEG-Strom) sind Stellen nur ungefähr zu finden. Ein Proxy, der im Hintergrund entsteht, zeigt jedes Bild genau.</translation>
    </message>
</context>
<context>
    <name>Viral::MemoryKeeper</name>
    <message>
        <source>Keys are held in memory and are gone when the program ends.</source>
        <translation>Schlüssel bleiben im Speicher und sind weg, wenn das Programm endet.</translation>
    </message>
</context>
<context>
    <name>Viral::MessageButton</name>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>Show the messages of this window</source>
        <translation>Die Meldungen dieses Fensters zeigen</translation>
    </message>
</context>
<context>
    <name>Viral::MessageDesk</name>
    <message>
        <source>Enter what is missing in the settings.</source>
        <translation>Tragen Sie in den Einstellungen ein, was fehlt.</translation>
    </message>
    <message>
        <source>See that this computer is online, then try again.</source>
        <translation>Sorgen Sie dafür, dass dieser Computer online ist, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>See that this computer is online, then go on with the run: only what is missing is paid.</source>
        <translation>Sorgen Sie dafür, dass dieser Computer online ist, und setzen Sie den Lauf fort: Bezahlt wird nur, was fehlt.</translation>
    </message>
    <message>
        <source>Go on with the run later: only what is missing is paid.</source>
        <translation>Setzen Sie den Lauf später fort: Bezahlt wird nur, was fehlt.</translation>
    </message>
    <message>
        <source>See that the disk has room and that the folder of the library may be written.</source>
        <translation>Sorgen Sie dafür, dass die Platte Platz hat und der Ordner der Bibliothek beschrieben werden darf.</translation>
    </message>
    <message>
        <source>See that the file is there and may be read and written.</source>
        <translation>Sorgen Sie dafür, dass die Datei da ist und gelesen und geschrieben werden darf.</translation>
    </message>
    <message>
        <source>This should not happen: please report it.</source>
        <translation>Das sollte nicht vorkommen: Bitte melden Sie es.</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>The run over “%1” failed. %2</source>
        <translation>Der Lauf über „%1“ ist gescheitert. %2</translation>
    </message>
    <message>
        <source>The folder could not be opened: %1</source>
        <translation>Der Ordner ließ sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Check key, account and budgets in the settings, then go on with the run: only what is missing is paid.</source>
        <translation>Prüfen Sie Schlüssel, Konto und Budgets in den Einstellungen und setzen Sie den Lauf dann fort: Bezahlt wird nur, was fehlt.</translation>
    </message>
    <message>
        <source>Open the folder.</source>
        <translation>Öffnen Sie den Ordner.</translation>
    </message>
</context>
<context>
    <name>Viral::MessageModel</name>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message numerus="yes">
        <source> (%n times)</source>
        <translation>
            <numerusform> (%n-mal)</numerusform>
            <numerusform> (%n-mal)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
</context>
<context>
    <name>Viral::MessagesPanel</name>
    <message>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
    <message>
        <source>Go to the place</source>
        <translation>Zur Stelle</translation>
    </message>
    <message>
        <source>Show the moment</source>
        <translation>Moment zeigen</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>Report the problem…</source>
        <translation>Problem melden…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the selected messages, all that are shown without a selection</source>
        <translation>Kopiert die ausgewählten Meldungen, ohne Auswahl alle gezeigten</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empties the list of this window; the log keeps what it has</source>
        <translation>Leert die Liste dieses Fensters; das Protokoll behält alles</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>The whole message</source>
        <translation>Die ganze Meldung</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Warnings: %1</source>
        <translation>Warnungen: %1</translation>
    </message>
    <message>
        <source>Notes: %1</source>
        <translation>Hinweise: %1</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Nichts zu melden.</translation>
    </message>
    <message>
        <source>No message of the kinds chosen above.</source>
        <translation>Keine Meldung der oben gewählten Arten.</translation>
    </message>
</context>
<context>
    <name>Viral::MetadataModel</name>
    <message>
        <source>add…</source>
        <translation>hinzufügen…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>Viral::ModelCostModel</name>
    <message>
        <source>The service stops answering for this model on %1.</source>
        <translation>Der Dienst stellt dieses Modell am %1 ein.</translation>
    </message>
    <message>
        <source>this run</source>
        <translation>dieser Lauf</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <extracomment>how many times the price of this run</extracomment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <source>Contract</source>
        <translation>Vertrag</translation>
    </message>
    <message>
        <source>Compared</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>Viral::MomentCommands</name>
    <message>
        <source>Every moment shown is decided.</source>
        <translation>Jeder gezeigte Moment ist entschieden.</translation>
    </message>
    <message>
        <source>The playhead is behind the moment&apos;s end; the start stays where it is.</source>
        <translation>Der Abspielkopf steht hinter dem Ausstieg; der Einstieg bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>The playhead is before the moment&apos;s start; the end stays where it is.</source>
        <translation>Der Abspielkopf steht vor dem Einstieg; der Ausstieg bleibt, wo er ist.</translation>
    </message>
    <message>
        <source>Select words in the transcript, or a stretch of the timeline, first. %1</source>
        <translation>Wählen Sie zuerst Wörter im Transkript oder einen Bereich der Timeline. %1</translation>
    </message>
    <message>
        <source>Nothing is kept yet.</source>
        <translation>Noch ist nichts behalten.</translation>
    </message>
</context>
<context>
    <name>Viral::MomentCost</name>
    <message>
        <source>This moment: chunk %1 of %2</source>
        <translation>Dieser Moment: Abschnitt %1 von %2</translation>
    </message>
    <message>
        <source>%1 tokens in (%2 cached), %3 out</source>
        <translation>%1 Tokens hinein (%2 aus dem Cache), %3 heraus</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>answered in %1</source>
        <translation>beantwortet in %1</translation>
    </message>
    <message>
        <source>nothing was paid for it</source>
        <translation>nichts dafür bezahlt</translation>
    </message>
    <message numerus="yes">
        <source>%n moments came of it</source>
        <translation>
            <numerusform>%n Moment entstand daraus</numerusform>
            <numerusform>%n Momente entstanden daraus</numerusform>
        </translation>
    </message>
    <message>
        <source>This moment was made by hand; it cost nothing.</source>
        <translation>Dieser Moment entstand von Hand; er kostet nichts.</translation>
    </message>
    <message>
        <source>The result does not say which chunk it came from.</source>
        <translation>Das Ergebnis sagt nicht, aus welchem Abschnitt er kam.</translation>
    </message>
</context>
<context>
    <name>Viral::MomentDelegate</name>
    <message>
        <source>no longer in the result</source>
        <translation>nicht mehr im Ergebnis</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 (+%2)</source>
        <translation>%1 (+%2)</translation>
    </message>
</context>
<context>
    <name>Viral::MomentListModel</name>
    <message>
        <source>%1, score %2, at %3, %4 long, %5</source>
        <translation>%1, Wertung %2, bei %3, %4 lang, %5</translation>
    </message>
    <message>
        <source>The words alone show it too</source>
        <translation>Die Worte allein zeigen ihn auch</translation>
    </message>
    <message>
        <source>Only the model found it</source>
        <translation>Nur das Modell fand ihn</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>with a note</source>
        <translation>mit Notiz</translation>
    </message>
</context>
<context>
    <name>Viral::MomentMeter</name>
    <message>
        <source>Moment</source>
        <translation>Moment</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Schnittmarke</translation>
    </message>
    <message>
        <source>Last seconds</source>
        <translation>Letzte Sekunden</translation>
    </message>
    <message>
        <source>Reel %1 of %2</source>
        <translation>Reel %1 von %2</translation>
    </message>
    <message>
        <source>%1 too short</source>
        <translation>%1 zu kurz</translation>
    </message>
    <message>
        <source>%1 too long</source>
        <translation>%1 zu lang</translation>
    </message>
    <message>
        <source>A clip is %1 to %2 long.</source>
        <translation>Ein Clip ist %1 bis %2 lang.</translation>
    </message>
</context>
<context>
    <name>Viral::MomentsPanel</name>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>Nichts ist geöffnet.</translation>
    </message>
    <message>
        <source>The job goes on elsewhere. Its moments come all together when it ends.</source>
        <translation>Der Job läuft anderswo weiter. Seine Momente kommen alle zusammen, wenn er endet.</translation>
    </message>
    <message>
        <source>The run goes on. Moments appear here as they are found.</source>
        <translation>Der Lauf geht weiter. Momente erscheinen hier, sobald sie gefunden sind.</translation>
    </message>
    <message numerus="yes">
        <source>No moments were found. “Why” shows %n candidates and what removed them.</source>
        <translation>
            <numerusform>Kein Moment wurde gefunden. „Warum“ zeigt %n Kandidaten und was ihn ausschied.</numerusform>
            <numerusform>Keine Momente wurden gefunden. „Warum“ zeigt %n Kandidaten und was sie ausschied.</numerusform>
        </translation>
    </message>
    <message>
        <source>No moment matches the search and the filters. &lt;a href=&quot;clear&quot;&gt;Show all&lt;/a&gt;</source>
        <translation>Kein Moment passt zu Suche und Filtern. &lt;a href=&quot;clear&quot;&gt;Alle zeigen&lt;/a&gt;</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n Moment</numerusform>
            <numerusform>%n Momente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 unentschieden</translation>
    </message>
    <message>
        <source>%1 kept</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 zurückgestellt</translation>
    </message>
    <message>
        <source>%1 rejected</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>There are no moments. “Find moments” looks for some.</source>
        <translation>Es gibt keine Momente. „Momente finden“ sucht welche.</translation>
    </message>
</context>
<context>
    <name>Viral::MonthCostChart</name>
    <message>
        <source>Cost by month</source>
        <translation>Kosten nach Monat</translation>
    </message>
</context>
<context>
    <name>Viral::MonthCostDialog</name>
    <message>
        <source>Cost by month</source>
        <translation>Kosten nach Monat</translation>
    </message>
    <message>
        <source>%1 of %2 spent this month</source>
        <translation>%1 von %2 in diesem Monat ausgegeben</translation>
    </message>
    <message>
        <source>%1 spent this month</source>
        <translation>%1 in diesem Monat ausgegeben</translation>
    </message>
    <message>
        <source>No run has cost anything yet. What runs come to is gathered here, month by month.</source>
        <translation>Noch hat kein Lauf etwas gekostet. Was Läufe kosten, wird hier Monat für Monat gesammelt.</translation>
    </message>
</context>
<context>
    <name>Viral::MonthCostModel</name>
    <message numerus="yes">
        <source>The price of %n run(s) is not known.</source>
        <translation>
            <numerusform>Der Preis von %n Lauf ist nicht bekannt.</numerusform>
            <numerusform>Der Preis von %n Läufen ist nicht bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>%1 at least</source>
        <translation>mindestens %1</translation>
    </message>
</context>
<context>
    <name>Viral::NewMoment</name>
    <message>
        <source>Nothing is spoken in this stretch.</source>
        <translation>In diesem Bereich wird nichts gesprochen.</translation>
    </message>
</context>
<context>
    <name>Viral::NoteEditor</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>A note for yourself or the next editor</source>
        <translation>Eine Notiz für Sie selbst oder den nächsten Editor</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
</context>
<context>
    <name>Viral::OfflineDriver</name>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing is there; the offline engine costs nothing.</source>
        <translation>Nichts ist da; die Offline-Analyse kostet nichts.</translation>
    </message>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>Der eine Abschnitt ist beantwortet.</numerusform>
            <numerusform>Alle %n Abschnitte sind beantwortet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::OptionsForm</name>
    <message>
        <source>Chunk length (ms)</source>
        <translation>Länge der Abschnitte (ms)</translation>
    </message>
    <message>
        <source>Overlap of chunks (ms)</source>
        <translation>Überlappung (ms)</translation>
    </message>
    <message>
        <source>Shortest last chunk (ms)</source>
        <translation>Kürzester letzter Abschnitt (ms)</translation>
    </message>
    <message>
        <source>Chunks at once</source>
        <translation>Abschnitte zugleich</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Longest answer (tokens)</source>
        <translation>Längste Antwort (Tokens)</translation>
    </message>
    <message>
        <source>Longest silence (s)</source>
        <translation>Längstes Schweigen (s)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Result webhook</source>
        <translation>Webhook für Ergebnisse</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Progress webhook</source>
        <translation>Webhook für Fortschritt</translation>
    </message>
    <message>
        <source>https://…, or http:// to this machine</source>
        <translation>https://… oder http:// zu diesem Computer</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>wie das Modell</translation>
    </message>
</context>
<context>
    <name>Viral::PayloadDialog</name>
    <message>
        <source>Find moments</source>
        <translation>Momente finden</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>O&amp;ptions</source>
        <translation>O&amp;ptionen</translation>
    </message>
    <message>
        <source>&amp;About the video</source>
        <translation>Über das &amp;Video</translation>
    </message>
    <message>
        <source>Pay&amp;load</source>
        <translation>Pa&amp;yload</translation>
    </message>
    <message>
        <source>&amp;Find moments</source>
        <translation>&amp;Momente finden</translation>
    </message>
    <message>
        <source>What is known about the video</source>
        <translation>Was über das Video bekannt ist</translation>
    </message>
    <message>
        <source>video_title, audience and tone go into the question; everything here comes back with the result.</source>
        <translation>video_title, audience und tone gehen in die Frage ein; alles hier kommt mit dem Ergebnis zurück.</translation>
    </message>
    <message>
        <source>The payload without its transcript</source>
        <translation>Die Payload ohne ihr Transkript</translation>
    </message>
    <message>
        <source>&amp;Copy with the transcript</source>
        <translation>Mit Transkript &amp;kopieren</translation>
    </message>
    <message>
        <source>Being reckoned…</source>
        <translation>Wird berechnet…</translation>
    </message>
</context>
<context>
    <name>Viral::PlayerBanner</name>
    <message>
        <source>About the media file</source>
        <translation>Über die Mediendatei</translation>
    </message>
    <message>
        <source>Progress of the light copy</source>
        <translation>Fortschritt des Proxys</translation>
    </message>
    <message>
        <source>Locate…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Copy the package names</source>
        <translation>Paketnamen kopieren</translation>
    </message>
    <message>
        <source>Make a light copy</source>
        <translation>Proxy erstellen</translation>
    </message>
    <message>
        <source>Go on without</source>
        <translation>Ohne sie weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Viral::PlayerView</name>
    <message>
        <source>Player</source>
        <translation>Player</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>Viral::PostEditor</name>
    <message>
        <source>Copy the post for %1</source>
        <translation>Post für %1 kopieren</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Kürzen</translation>
    </message>
    <message>
        <source>Cut off what is struck through</source>
        <translation>Abschneiden, was durchgestrichen ist</translation>
    </message>
    <message>
        <source>Cut the post for %1 to fit</source>
        <translation>Den Post für %1 passend kürzen</translation>
    </message>
    <message>
        <source>Post for %1</source>
        <translation>Post für %1</translation>
    </message>
    <message>
        <source>%1 / %2, %3 too many</source>
        <translation>%1 / %2, %3 zu viel</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source> · %1 / %2 as X counts</source>
        <translation> · %1 / %2 nach Zählung von X</translation>
    </message>
    <message>
        <source>Longer than %1 takes</source>
        <translation>Länger, als %1 annimmt</translation>
    </message>
</context>
<context>
    <name>Viral::PriceTableModel</name>
    <message>
        <source>name of the model</source>
        <translation>Name des Modells</translation>
    </message>
    <message>
        <source>Your own price</source>
        <translation>Ihr eigener Preis</translation>
    </message>
    <message>
        <source>own price</source>
        <translation>eigener Preis</translation>
    </message>
    <message>
        <source>built in</source>
        <translation>eingebaut</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Aus Cache</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>Stand</translation>
    </message>
</context>
<context>
    <name>Viral::PricesPage</name>
    <message>
        <source>Budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Dollars per million tokens. Yours come first and win over the built-in ones of the same name. A name stands for its dated versions too.</source>
        <translation>Dollar je Million Tokens. Ihre Preise stehen oben und gelten vor den eingebauten gleichen Namens. Ein Name steht auch für seine datierten Versionen.</translation>
    </message>
    <message>
        <source>Prices of models</source>
        <translation>Preise der Modelle</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Preis hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Your own prices in %1 cannot be read and are not used: %2</source>
        <translation>Ihre eigenen Preise in %1 sind nicht lesbar und gelten nicht: %2</translation>
    </message>
    <message>
        <source>Your prices could not be written. %1</source>
        <translation>Ihre Preise konnten nicht geschrieben werden. %1</translation>
    </message>
</context>
<context>
    <name>Viral::QuoteDialog</name>
    <message>
        <source>What a run would cost</source>
        <translation>Was ein Lauf kosten würde</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses &amp;Modell nehmen</translation>
    </message>
    <message>
        <source>Being reckoned…</source>
        <translation>Wird berechnet…</translation>
    </message>
    <message>
        <source>Open a transcript to see what it costs.</source>
        <translation>Öffnen Sie ein Transkript, um zu sehen, was es kostet.</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s), %1 in, %2 out. Of what is sent, %3 % are the rules (again in each chunk) and %4 % sentences that two chunks share. Prices are by what is billed, as a range: nobody knows before how much a model answers.</source>
        <translation>
            <numerusform>%n Abschnitt, %1 hinein, %2 heraus. Von dem, was gesendet wird, sind %3 % die Regeln (in jedem Abschnitt wieder) und %4 % Sätze, die zwei Abschnitte teilen. Preise nach Abrechnung, als Spanne: Niemand weiß vorher, wie viel ein Modell antwortet.</numerusform>
            <numerusform>%n Abschnitte, %1 hinein, %2 heraus. Von dem, was gesendet wird, sind %3 % die Regeln (in jedem Abschnitt wieder) und %4 % Sätze, die zwei Abschnitte teilen. Preise nach Abrechnung, als Spanne: Niemand weiß vorher, wie viel ein Modell antwortet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::QuoteModel</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>%1 k tokens</source>
        <translation>%1 Tsd. Tokens</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n Abschnitt</numerusform>
            <numerusform>%n Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) so far</source>
        <translation>
            <numerusform>bisher %n Abschnitt</numerusform>
            <numerusform>bisher %n Abschnitte</numerusform>
        </translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>geschätzt</translation>
    </message>
    <message>
        <source>The service stops answering for this model on %1.</source>
        <translation>Der Dienst stellt dieses Modell am %1 ein.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>With cache</source>
        <translation>Mit Cache</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Grundlage</translation>
    </message>
</context>
<context>
    <name>Viral::QuoteView</name>
    <message>
        <source>Take the spoken words</source>
        <translation>Gesprochenes übernehmen</translation>
    </message>
    <message>
        <source>What is different from the spoken words</source>
        <translation>Was vom Gesprochenen abweicht</translation>
    </message>
    <message>
        <source>✓ Said word for word</source>
        <translation>✓ Wörtlich so gesagt</translation>
    </message>
    <message>
        <source>≈ Nearly what is said</source>
        <translation>≈ Fast so gesagt</translation>
    </message>
    <message>
        <source>✗ Not said in the clip; the sentence most like it:</source>
        <translation>✗ Im Clip nicht gesagt; der ähnlichste Satz:</translation>
    </message>
    <message>
        <source>There are no words to hold it against.</source>
        <translation>Es gibt keine Wörter zum Vergleich.</translation>
    </message>
    <message>
        <source>No quote yet</source>
        <translation>Noch kein Zitat</translation>
    </message>
</context>
<context>
    <name>Viral::ReasonPopup</name>
    <message>
        <source>Keep, because …</source>
        <translation>Behalten, weil …</translation>
    </message>
    <message>
        <source>Hold, because …</source>
        <translation>Zurückstellen, weil …</translation>
    </message>
    <message>
        <source>Reject, because …</source>
        <translation>Verwerfen, weil …</translation>
    </message>
    <message>
        <source>Because …</source>
        <translation>Weil …</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>in your own words …</source>
        <translation>in eigenen Worten …</translation>
    </message>
    <message>
        <source>Reason in your own words</source>
        <translation>Grund in eigenen Worten</translation>
    </message>
</context>
<context>
    <name>Viral::RecentDelegate</name>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
</context>
<context>
    <name>Viral::ReportCommands</name>
    <message>
        <source>The log is in %1</source>
        <translation>Das Protokoll liegt in %1</translation>
    </message>
    <message>
        <source>The report is saved: %1</source>
        <translation>Der Bericht ist gespeichert: %1</translation>
    </message>
</context>
<context>
    <name>Viral::ReportDialog</name>
    <message>
        <source>Run %1 · %2 · %3</source>
        <translation>Lauf %1 · %2 · %3</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Problem melden</translation>
    </message>
    <message>
        <source>A report is one file with what helps to find the fault. It is only saved: who gets it is up to you. Keys are never in it. With a run in it the run can be worked out again without any key: open the report like any other file.</source>
        <translation>Ein Bericht ist eine Datei mit dem, was hilft, den Fehler zu finden. Er wird nur gespeichert: Wer ihn bekommt, entscheiden Sie. Schlüssel sind nie darin. Enthält er einen Lauf, lässt sich dieser ohne Schlüssel nachrechnen: Öffnen Sie den Bericht wie jede andere Datei.</translation>
    </message>
    <message>
        <source>The report as it will be saved</source>
        <translation>Der Bericht, wie er gespeichert wird</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>The run that went wrong</source>
        <translation>Der Lauf, der fehlging</translation>
    </message>
    <message>
        <source>No run</source>
        <translation>Kein Lauf</translation>
    </message>
    <message>
        <source>The &amp;transcript, the answers and the result, titles and files included</source>
        <translation>&amp;Transkript, Antworten und Ergebnis samt Titeln und Dateien</translation>
    </message>
    <message>
        <source>Without them the run cannot be worked out again</source>
        <translation>Ohne sie lässt sich der Lauf nicht nachrechnen</translation>
    </message>
    <message>
        <source>The s&amp;ettings, without keys</source>
        <translation>&amp;Einstellungen, ohne Schlüssel</translation>
    </message>
    <message>
        <source>The &amp;messages of this window (%1)</source>
        <translation>&amp;Meldungen dieses Fensters (%1)</translation>
    </message>
    <message numerus="yes">
        <source>The end of the &amp;log (%n lines)</source>
        <translation>
            <numerusform>Ende des &amp;Protokolls (%n Zeile)</numerusform>
            <numerusform>Ende des &amp;Protokolls (%n Zeilen)</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translation>Der Lauf wird gelesen…</translation>
    </message>
    <message>
        <source>The run cannot be read and is left out. %1</source>
        <translation>Der Lauf ist nicht lesbar und fehlt im Bericht. %1</translation>
    </message>
    <message>
        <source>%1; the beginning is shown above.</source>
        <translation>%1; oben ist der Anfang zu sehen.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Reports (*.json)</source>
        <translation>Berichte (*.json)</translation>
    </message>
    <message>
        <source>Run in memory only · %1 · %2</source>
        <translation>Lauf nur im Speicher · %1 · %2</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
</context>
<context>
    <name>Viral::ReviewDesk</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleich</translation>
    </message>
</context>
<context>
    <name>Viral::ReviewDocument</name>
    <message>
        <source>Earlier steps of this review could not be repeated (%1 of %2); the others are here.</source>
        <translation>Frühere Schritte dieser Sichtung ließen sich nicht wiederholen (%1 von %2); die anderen sind da.</translation>
    </message>
    <message>
        <source>Another window changed this review; your step was applied on top.</source>
        <translation>Ein anderes Fenster hat diese Sichtung geändert; Ihr Schritt kam danach.</translation>
    </message>
    <message>
        <source>Another program keeps changing this review. Try again in a moment.</source>
        <translation>Ein anderes Programm ändert diese Sichtung ständig. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Another window changed this review meanwhile; its step is shown now. Undo or redo again if you still want to.</source>
        <translation>Ein anderes Fenster hat diese Sichtung inzwischen geändert; sein Schritt ist jetzt zu sehen. Nehmen Sie noch einmal zurück oder stellen Sie wieder her, wenn Sie es noch wollen.</translation>
    </message>
    <message>
        <source>Another window changed the same thing meanwhile; it is shown now. Take your step again if you still want to.</source>
        <translation>Ein anderes Fenster hat inzwischen dasselbe geändert; es ist jetzt zu sehen. Wiederholen Sie Ihren Schritt, wenn Sie ihn noch wollen.</translation>
    </message>
    <message>
        <source>Another window changed this review; its steps are shown.</source>
        <translation>Ein anderes Fenster hat diese Sichtung geändert; seine Schritte sind zu sehen.</translation>
    </message>
    <message>
        <source>The candidate could not be brought back.</source>
        <translation>Der Kandidat ließ sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>There is no such candidate.</source>
        <translation>Diesen Kandidaten gibt es nicht.</translation>
    </message>
    <message>
        <source>The moments could not be taken over.</source>
        <translation>Die Momente ließen sich nicht übernehmen.</translation>
    </message>
</context>
<context>
    <name>Viral::RuleBar</name>
    <message>
        <source>Where the candidates ended</source>
        <translation>Wo die Kandidaten endeten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Viral::RuleWords</name>
    <message>
        <source>The entry of the answer is %1, not an object with the fields of a moment.</source>
        <translation>Der Eintrag der Antwort ist %1 statt eines Objekts mit den Feldern eines Moments.</translation>
    </message>
    <message>
        <source>The answer names a chunk that was never asked for.</source>
        <translation>Die Antwort nennt einen Abschnitt, nach dem nie gefragt wurde.</translation>
    </message>
    <message>
        <source>Weaker than the %1 clips wanted from a recording of this length.</source>
        <translation>Schwächer als die %1 Clips, die aus einer Aufnahme dieser Länge gewünscht sind.</translation>
    </message>
    <message>
        <source>The answer does not say where the clip lies: it has neither sentence number nor time.</source>
        <translation>Die Antwort sagt nicht, wo der Clip liegt: Sie hat weder Satznummer noch Zeit.</translation>
    </message>
    <message>
        <source>The transcript has no sentence %1; its sentences are numbered 0 to %2.</source>
        <translation>Das Transkript hat keinen Satz %1; seine Sätze haben die Nummern 0 bis %2.</translation>
    </message>
    <message>
        <source>The clip ends before it begins.</source>
        <translation>Der Clip endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>The clip lies outside its chunk, which has the sentences %1 to %2 from %3 to %4.</source>
        <translation>Der Clip liegt außerhalb seines Abschnitts; der hat die Sätze %1 bis %2 von %3 bis %4.</translation>
    </message>
    <message>
        <source>No sentence and no word lies in the range.</source>
        <translation>In diesem Bereich liegt weder ein Satz noch ein Wort.</translation>
    </message>
    <message>
        <source>The clip is longer than 90 s and has no sentence or word end where it could be cut.</source>
        <translation>Der Clip ist länger als 90 s, und an keinem Satz- oder Wortende lässt er sich kürzen.</translation>
    </message>
    <message>
        <source>The clip is shorter than 40 s and the transcript around it cannot make it longer.</source>
        <translation>Der Clip ist kürzer als 40 s, und das Transkript um ihn herum kann ihn nicht verlängern.</translation>
    </message>
    <message>
        <source>The hook comes later than 2 000 ms after the start, and a clip that begins with it would be shorter than 40 s.</source>
        <translation>Der Hook kommt später als 2 000 ms nach dem Anfang, und ein Clip, der mit ihm beginnt, wäre kürzer als 40 s.</translation>
    </message>
    <message>
        <source>The moment has no title.</source>
        <translation>Der Moment hat keinen Titel.</translation>
    </message>
    <message>
        <source>The moment has no hook.</source>
        <translation>Der Moment hat keinen Hook.</translation>
    </message>
    <message>
        <source>None of the platforms is one of the five.</source>
        <translation>Keine der Plattformen ist eine der fünf.</translation>
    </message>
    <message>
        <source>The post for %1 is too long and cannot be shortened at a word.</source>
        <translation>Der Post für %1 ist zu lang und lässt sich an keinem Wort kürzen.</translation>
    </message>
    <message>
        <source>The answer has no score for %1.</source>
        <translation>In der Antwort fehlt die Wertung für %1.</translation>
    </message>
    <message>
        <source>Candidate %1 of chunk %2 stays, a better clip of the same stretch.</source>
        <translation>Kandidat %1 von Abschnitt %2 bleibt, ein besserer Clip derselben Stelle.</translation>
    </message>
    <message>
        <source>to the start of a word, its sentence is longer than 90 s</source>
        <translation>auf den Anfang eines Worts, sein Satz ist länger als 90 s</translation>
    </message>
    <message>
        <source>to the end of a word, its sentence is longer than 90 s</source>
        <translation>auf das Ende eines Worts, sein Satz ist länger als 90 s</translation>
    </message>
    <message>
        <source>to the start of its sentence</source>
        <translation>auf den Anfang seines Satzes</translation>
    </message>
    <message>
        <source>to the start of the next sentence</source>
        <translation>auf den Anfang des nächsten Satzes</translation>
    </message>
    <message>
        <source>to the end of the sentence before</source>
        <translation>auf das Ende des Satzes davor</translation>
    </message>
    <message>
        <source>to the end of its sentence</source>
        <translation>auf das Ende seines Satzes</translation>
    </message>
    <message>
        <source>back to the last sentence end within 90 s</source>
        <translation>zurück auf das letzte Satzende innerhalb von 90 s</translation>
    </message>
    <message>
        <source>back to the last word end within 90 s, the sentence alone is longer</source>
        <translation>zurück auf das letzte Wortende innerhalb von 90 s, der Satz allein ist länger</translation>
    </message>
    <message>
        <source>on by whole sentences to reach 40 s</source>
        <translation>um ganze Sätze weiter, damit es 40 s werden</translation>
    </message>
    <message>
        <source>back by whole sentences to reach 40 s</source>
        <translation>um ganze Sätze zurück, damit es 40 s werden</translation>
    </message>
    <message>
        <source>to its hook</source>
        <translation>auf seinen Hook</translation>
    </message>
    <message>
        <source>shortened</source>
        <translation>gekürzt</translation>
    </message>
    <message>
        <source>put in title case</source>
        <translation>Großschreibung wie in Titeln</translation>
    </message>
    <message>
        <source>shortened or cleaned</source>
        <translation>gekürzt oder bereinigt</translation>
    </message>
    <message>
        <source>taken word for word from the transcript</source>
        <translation>Wort für Wort aus dem Transkript genommen</translation>
    </message>
    <message>
        <source>not said in the clip, so the sentence most like it</source>
        <translation>im Clip nicht gesagt, darum der ähnlichste Satz</translation>
    </message>
    <message>
        <source>none given, so all five</source>
        <translation>keine genannt, darum alle fünf</translation>
    </message>
    <message>
        <source>unknown, dropped: %1</source>
        <translation>unbekannt, weggelassen: %1</translation>
    </message>
    <message>
        <source>missing, written from the hook</source>
        <translation>fehlte, aus dem Hook geschrieben</translation>
    </message>
    <message>
        <source>shortened to %1 characters</source>
        <translation>auf %1 Zeichen gekürzt</translation>
    </message>
    <message>
        <source>place %1, %2 wanted</source>
        <translation>Platz %1, %2 gewünscht</translation>
    </message>
    <message>
        <source>0 of %1 known</source>
        <translation>0 von %1 bekannt</translation>
    </message>
    <message>
        <source>%1 of %2 characters</source>
        <translation>%1 von %2 Zeichen</translation>
    </message>
    <message>
        <source>%1 of %2 scores</source>
        <translation>%1 von %2 Wertungen</translation>
    </message>
    <message>
        <source>%1 of the shorter</source>
        <translation>%1 des kürzeren</translation>
    </message>
    <message>
        <source>sentences %1 to %2</source>
        <translation>Sätze %1 bis %2</translation>
    </message>
    <message>
        <source>sentence %1 to sentence %2</source>
        <translation>Satz %1 bis Satz %2</translation>
    </message>
    <message>
        <source>sentence %1 to %2</source>
        <translation>Satz %1 bis %2</translation>
    </message>
    <message>
        <source>%1 to sentence %2</source>
        <translation>%1 bis Satz %2</translation>
    </message>
    <message>
        <source>%1 ms to %2 ms</source>
        <translation>%1 ms bis %2 ms</translation>
    </message>
    <message>
        <source>no start</source>
        <translation>kein Anfang</translation>
    </message>
    <message>
        <source>no end</source>
        <translation>kein Ende</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Plattformen</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Wertungen</translation>
    </message>
    <message>
        <source>Post for %1</source>
        <translation>Post für %1</translation>
    </message>
    <message>
        <source>on to a word end to reach 40 s, the next sentence is too long</source>
        <translation>weiter auf ein Wortende, damit es 40 s werden; der nächste Satz ist zu lang</translation>
    </message>
    <message>
        <source>back to a word start to reach 40 s, the sentence before is too long</source>
        <translation>zurück auf einen Wortanfang, damit es 40 s werden; der Satz davor ist zu lang</translation>
    </message>
    <message>
        <source>chunk %1</source>
        <translation>Abschnitt %1</translation>
    </message>
</context>
<context>
    <name>Viral::RunBar</name>
    <message>
        <source>Run %1 · %2</source>
        <translation>Lauf %1 · %2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>less than the %1 quoted</source>
        <translation>weniger als veranschlagt (%1)</translation>
    </message>
    <message>
        <source>as quoted (%1)</source>
        <translation>wie veranschlagt (%1)</translation>
    </message>
    <message>
        <source>more than the %1 quoted</source>
        <translation>mehr als veranschlagt (%1)</translation>
    </message>
    <message>
        <source>The run that goes on</source>
        <translation>Der Lauf, der im Gange ist</translation>
    </message>
    <message>
        <source>Chunks that have ended</source>
        <translation>Beendete Abschnitte</translation>
    </message>
    <message>
        <source>The same request again: only what is missing is paid</source>
        <translation>Dieselbe Anfrage noch einmal: Bezahlt wird nur, was fehlt</translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n Moment</numerusform>
            <numerusform>%n Momente</numerusform>
        </translation>
    </message>
    <message>
        <source>Open what the run found</source>
        <translation>Öffnen, was der Lauf gefunden hat</translation>
    </message>
    <message>
        <source>Show the run that goes on</source>
        <translation>Den laufenden Lauf zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End the run; what was paid for is kept</source>
        <translation>Den Lauf beenden; was bezahlt wurde, bleibt aufgehoben</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Use what is there</source>
        <translation>Vorhandenes nutzen</translation>
    </message>
    <message>
        <source>See the error</source>
        <translation>Fehler ansehen</translation>
    </message>
    <message>
        <source>the answers of an earlier run were used and nothing was paid; ask anew by “Find moments with…”</source>
        <translation>die Antworten eines früheren Laufs wurden benutzt und nichts bezahlt; neu fragen mit „Momente finden mit…“</translation>
    </message>
    <message numerus="yes">
        <source>%n of them in an earlier run and not paid again</source>
        <translation>
            <numerusform>%n davon in einem früheren Lauf und nicht noch einmal bezahlt</numerusform>
            <numerusform>%n davon in einem früheren Lauf und nicht noch einmal bezahlt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::RunButton</name>
    <message>
        <source>OpenAI, from this computer</source>
        <translation>OpenAI, von diesem Computer</translation>
    </message>
    <message>
        <source>RunPod endpoint</source>
        <translation>RunPod-Endpunkt</translation>
    </message>
    <message>
        <source>Offline, by the words alone</source>
        <translation>Offline, nur nach den Worten</translation>
    </message>
    <message>
        <source>Find moments · %1</source>
        <translation>Momente finden · %1</translation>
    </message>
</context>
<context>
    <name>Viral::RunCommands</name>
    <message>
        <source>The run did not end well</source>
        <translation>Der Lauf ging nicht gut aus</translation>
    </message>
    <message>
        <source>Over the budget</source>
        <translation>Über dem Budget</translation>
    </message>
    <message>
        <source>&amp;Run all the same</source>
        <translation>&amp;Trotzdem starten</translation>
    </message>
    <message>
        <source>Follow a RunPod job</source>
        <translation>RunPod-Job verfolgen</translation>
    </message>
    <message>
        <source>Select a stretch of the transcript or the timeline first.</source>
        <translation>Wählen Sie zuerst einen Bereich des Transkripts oder der Timeline.</translation>
    </message>
    <message>
        <source>No stretch of ten minutes is without a moment.</source>
        <translation>Kein Stück von zehn Minuten ist ohne Moment.</translation>
    </message>
    <message>
        <source>The selection</source>
        <translation>Die Auswahl</translation>
    </message>
    <message>
        <source>Few moments</source>
        <translation>Wenige Momente</translation>
    </message>
    <message>
        <source>offline: costs nothing</source>
        <translation>offline: kostet nichts</translation>
    </message>
    <message>
        <source>reckoning the price…</source>
        <translation>Preis wird berechnet…</translation>
    </message>
    <message>
        <source>Id of the job, as RunPod gave it when it was submitted:</source>
        <translation>ID des Jobs, wie RunPod sie beim Absenden nannte:</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Verfolgen</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Voranschlag</translation>
    </message>
</context>
<context>
    <name>Viral::RunDesk</name>
    <message>
        <source>This run is not in the library any more.</source>
        <translation>Dieser Lauf ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not the id of a RunPod job.</source>
        <translation>„%1“ ist keine ID eines RunPod-Jobs.</translation>
    </message>
    <message>
        <source>This job is done and its result is in the library: run %1.</source>
        <translation>Dieser Job ist fertig und sein Ergebnis in der Bibliothek: Lauf %1.</translation>
    </message>
</context>
<context>
    <name>Viral::RunDriver</name>
    <message>
        <source>The library has no request of this run. Open its transcript and run it again; answers that are kept are used.</source>
        <translation>Die Bibliothek hat keine Anfrage zu diesem Lauf. Öffnen Sie sein Transkript und starten Sie ihn neu; aufgehobene Antworten werden benutzt.</translation>
    </message>
</context>
<context>
    <name>Viral::RunForm</name>
    <message>
        <source>“%1” is no chunk; there are 1 to %2.</source>
        <translation>„%1“ ist kein Abschnitt; es gibt 1 bis %2.</translation>
    </message>
    <message>
        <source>“%1” is no range of chunks.</source>
        <translation>„%1“ ist kein Bereich von Abschnitten.</translation>
    </message>
    <message>
        <source>“%1” ends before it begins.</source>
        <translation>„%1“ endet, bevor es beginnt.</translation>
    </message>
    <message>
        <source>Name the chunks to ask again, for example 3, 5-7.</source>
        <translation>Nennen Sie die Abschnitte, die noch einmal gefragt werden, zum Beispiel 3, 5-7.</translation>
    </message>
    <message>
        <source>Go on with the others when a chunk fails for good</source>
        <translation>Mit den übrigen weitermachen, wenn ein Abschnitt endgültig scheitert</translation>
    </message>
    <message>
        <source>Send the OpenAI key along in the payload</source>
        <translation>Den OpenAI-Schlüssel in der Payload mitsenden</translation>
    </message>
    <message>
        <source>a new one</source>
        <translation>ein neuer</translation>
    </message>
    <message>
        <source>The whole source</source>
        <translation>Die ganze Quelle</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <translation>%1 (%2–%3)</translation>
    </message>
    <message>
        <source>Only what is missing</source>
        <translation>Nur was fehlt</translation>
    </message>
    <message>
        <source>These chunks again:</source>
        <translation>Diese Abschnitte noch einmal:</translation>
    </message>
    <message>
        <source>Everything again</source>
        <translation>Alles noch einmal</translation>
    </message>
    <message>
        <source>for example 3, 5-7</source>
        <translation>zum Beispiel 3, 5-7</translation>
    </message>
    <message>
        <source>Chunks to ask again</source>
        <translation>Abschnitte für noch eine Frage</translation>
    </message>
    <message>
        <source>RunPod shows the payload to everyone who can see the job, the key too. Better set OPENAI_API_KEY on the endpoint.</source>
        <translation>RunPod zeigt die Payload jedem, der den Job sehen kann, auch den Schlüssel. Besser OPENAI_API_KEY am Endpunkt setzen.</translation>
    </message>
    <message>
        <source>&amp;Found by</source>
        <translation>&amp;Gefunden von</translation>
    </message>
    <message>
        <source>&amp;Job id</source>
        <translation>&amp;Job-ID</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>&amp;Teil</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
</context>
<context>
    <name>Viral::RunNotifier</name>
    <message>
        <source>The moments are found</source>
        <translation>Die Momente sind gefunden</translation>
    </message>
    <message>
        <source>A run failed</source>
        <translation>Ein Lauf ist gescheitert</translation>
    </message>
    <message>
        <source>A run ended early</source>
        <translation>Ein Lauf endete vorzeitig</translation>
    </message>
    <message numerus="yes">
        <source>%n moments</source>
        <translation>
            <numerusform>%n Moment</numerusform>
            <numerusform>%n Momente</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Viral::RunPodDriver</name>
    <message>
        <source>waits in RunPod&apos;s queue</source>
        <translation>wartet in der Warteschlange von RunPod</translation>
    </message>
    <message>
        <source>runs at RunPod</source>
        <translation>läuft bei RunPod</translation>
    </message>
    <message>
        <source>, worker %1</source>
        <translation>, Worker %1</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>The job is cancelled as soon as RunPod has named it.</source>
        <translation>Der Job wird abgebrochen, sobald RunPod ihn benannt hat.</translation>
    </message>
    <message>
        <source>RunPod did not take the wish to cancel: %1 The job goes on; cancel it again.</source>
        <translation>RunPod nahm den Abbruch nicht an: %1 Der Job läuft weiter; brechen Sie ihn noch einmal ab.</translation>
    </message>
    <message>
        <source>Cancelled at RunPod</source>
        <translation>Bei RunPod abgebrochen</translation>
    </message>
    <message>
        <source>Nothing of this job is here.</source>
        <translation>Von diesem Job ist nichts hier.</translation>
    </message>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>Der eine Abschnitt ist beantwortet.</numerusform>
            <numerusform>Alle %n Abschnitte sind beantwortet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The job may still be going on at RunPod. Go on to follow it before %1, when RunPod may have dropped its result.</source>
        <translation>Der Job läuft bei RunPod vielleicht noch. Verfolgen Sie ihn vor %1 weiter; danach kann RunPod sein Ergebnis gelöscht haben.</translation>
    </message>
    <message>
        <source> The result is kept here; RunPod keeps its own until %1.</source>
        <translation> Das Ergebnis ist hier aufgehoben; RunPod behält seines bis %1.</translation>
    </message>
    <message>
        <source>RunPod does not tell what is spent: this is reckoned by the quote.</source>
        <translation>RunPod sagt nicht, was ausgegeben ist: Gerechnet wird nach dem Voranschlag.</translation>
    </message>
    <message>
        <source>The job was submitted before and goes on; cancel it if that is not what you want.</source>
        <translation>Der Job wurde schon früher abgeschickt und läuft weiter; brechen Sie ihn ab, wenn Sie das nicht wollen.</translation>
    </message>
</context>
<context>
    <name>Viral::RunsPage</name>
    <message>
        <source>The work</source>
        <translation>Die Arbeit</translation>
    </message>
    <message>
        <source>The model&apos;s answers</source>
        <translation>Die Antworten des Modells</translation>
    </message>
</context>
<context>
    <name>Viral::ScoreBar</name>
    <message>
        <source>%1: click, or arrow keys, to change</source>
        <translation>%1: zum Ändern klicken oder Pfeiltasten benutzen</translation>
    </message>
    <message>
        <source>%1 of 10</source>
        <translation>%1 von 10</translation>
    </message>
</context>
<context>
    <name>Viral::ScoresPanel</name>
    <message>
        <source>Shareability</source>
        <translation>Teilenswert</translation>
    </message>
    <message>
        <source>Emotional impact</source>
        <translation>Emotionale Wirkung</translation>
    </message>
    <message>
        <source>Surprise</source>
        <translation>Überraschung</translation>
    </message>
    <message>
        <source>Rewatchability</source>
        <translation>Wiedersehwert</translation>
    </message>
    <message>
        <source>Hook strength</source>
        <translation>Stärke des Hooks</translation>
    </message>
    <message>
        <source>Words behind %1</source>
        <translation>Worte hinter „%1“</translation>
    </message>
    <message>
        <source>Average %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>The transcript is not here, so the words behind the scores cannot be shown.</source>
        <translation>Das Transkript ist nicht da, darum sind die Worte hinter den Wertungen nicht zu sehen.</translation>
    </message>
    <message>
        <source>Choose a moment to see its scores.</source>
        <translation>Einen Moment wählen, um seine Wertungen zu sehen.</translation>
    </message>
</context>
<context>
    <name>Viral::SettingField</name>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>wie das Modell</translation>
    </message>
    <message>
        <source>nothing is sent</source>
        <translation>nichts wird gesendet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Normally: %1.</source>
        <translation>Üblich: %1.</translation>
    </message>
    <message>
        <source>Normally %1.</source>
        <translation>Üblich: %1.</translation>
    </message>
    <message>
        <source>%1; normally empty: %2.</source>
        <translation>%1; üblich leer: %2.</translation>
    </message>
    <message>
        <source>%1; normally %2.</source>
        <translation>%1; üblich %2.</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zum Standard</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1: zurück zum Standard</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Set by %1 in the environment of this program, which is stronger than the settings.</source>
        <translation>Von %1 in der Umgebung dieses Programms gesetzt; sie ist stärker als die Einstellungen.</translation>
    </message>
</context>
<context>
    <name>Viral::Settings</name>
    <message>
        <source>it is no file</source>
        <translation>sie ist keine Datei</translation>
    </message>
    <message>
        <source>it is far too large</source>
        <translation>sie ist viel zu groß</translation>
    </message>
    <message>
        <source>it may not be read</source>
        <translation>sie darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>it holds no text</source>
        <translation>sie enthält keinen Text</translation>
    </message>
    <message>
        <source>its lines make no sense</source>
        <translation>ihre Zeilen ergeben keinen Sinn</translation>
    </message>
    <message>
        <source>The settings file could not be used: %1. It was put aside as %2, and the settings are at their defaults. Your keys are not touched by this.</source>
        <translation>Die Einstellungsdatei ließ sich nicht verwenden: %1. Sie wurde als %2 beiseitegelegt, und es gilt der Standard. Ihre Schlüssel sind davon nicht berührt.</translation>
    </message>
    <message>
        <source>The settings file %2 cannot be used: %1. It could not be put aside either; the settings are at their defaults until it is removed.</source>
        <translation>Die Einstellungsdatei %2 lässt sich nicht verwenden: %1. Auch beiseitelegen ließ sie sich nicht; bis sie entfernt ist, gilt der Standard.</translation>
    </message>
    <message>
        <source>A setting is ignored. %1.</source>
        <translation>Eine Einstellung wird übergangen. %1.</translation>
    </message>
    <message>
        <source>The defaults hold until you change it.</source>
        <translation>Bis Sie das ändern, gilt der Standard.</translation>
    </message>
    <message>
        <source>The settings could not be written; they hold until the program ends. Check the folder&apos;s rights and the free space.</source>
        <translation>Die Einstellungen konnten nicht geschrieben werden; sie gelten, bis das Programm endet. Prüfen Sie die Rechte des Ordners und den freien Platz.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2 seconds</source>
        <translation>%1 bis %2 Sekunden</translation>
    </message>
    <message>
        <source>%1 to %2 %</source>
        <translation>%1 bis %2 %</translation>
    </message>
    <message>
        <source>$%1 to $%2</source>
        <translation>$%1 bis $%2</translation>
    </message>
    <message>
        <source>a web address: https, or http to this computer</source>
        <translation>eine Webadresse: https, oder http zu diesem Computer</translation>
    </message>
    <message>
        <source>a web address: https, or http to this computer; or nothing</source>
        <translation>eine Webadresse: https, oder http zu diesem Computer; oder nichts</translation>
    </message>
    <message>
        <source>letters, digits, - and _</source>
        <translation>Buchstaben, Ziffern, - und _</translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation>eine Zeile Text</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Responses</source>
        <translation>Responses</translation>
    </message>
    <message>
        <source>Chat Completions</source>
        <translation>Chat Completions</translation>
    </message>
    <message>
        <source>OpenAI, or a server like it</source>
        <translation>OpenAI oder ein Server dieser Art</translation>
    </message>
    <message>
        <source>Offline engine</source>
        <translation>Offline-Analyse</translation>
    </message>
    <message>
        <source>RunPod endpoint</source>
        <translation>RunPod-Endpunkt</translation>
    </message>
    <message>
        <source>Those of the system</source>
        <translation>Die des Systems</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>This looks like a key. Keys have fields of their own.</source>
        <translation>Das sieht nach einem Schlüssel aus. Schlüssel haben eigene Felder.</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>zulässig ist: %1</translation>
    </message>
    <message>
        <source>The overlap must be smaller than the chunk.</source>
        <translation>Die Überlappung muss kürzer sein als der Abschnitt.</translation>
    </message>
    <message>
        <source>The first pause between two tries must not be longer than the longest.</source>
        <translation>Die erste Pause zwischen zwei Versuchen darf nicht länger sein als die längste.</translation>
    </message>
    <message>
        <source>Address of the service</source>
        <translation>Adresse des Dienstes</translation>
    </message>
    <message>
        <source>With its version, such as /v1. Your key is sent there, so it is https, or http on this computer and its network.</source>
        <translation>Mit ihrer Version, etwa /v1. Dorthin geht Ihr Schlüssel, darum https, oder http auf diesem Computer und in seinem Netz.</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>Automatic asks with Responses, and with Chat Completions where the server knows only these.</source>
        <translation>Automatisch fragt mit Responses, und mit Chat Completions, wo der Server nur diese kennt.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Who reads the transcript. Test the connection to see which models your key may use.</source>
        <translation>Wer das Transkript liest. Die Prüfung der Verbindung zeigt, welche Modelle Ihr Schlüssel benutzen darf.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Higher is more inventive, lower repeats itself more faithfully. Many models take no temperature; leave it to the model then.</source>
        <translation>Höher ist einfallsreicher, niedriger wiederholt sich treuer. Viele Modelle nehmen keine Temperatur an; überlassen Sie sie dann dem Modell.</translation>
    </message>
    <message>
        <source>Longest answer in tokens</source>
        <translation>Längste Antwort in Tokens</translation>
    </message>
    <message>
        <source>Where an answer is cut off. Too low loses moments that were paid for; thinking counts as well.</source>
        <translation>Wo eine Antwort abgeschnitten wird. Zu niedrig verliert bezahlte Momente; auch das Denken zählt mit.</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>Its short id: the part behind /v2/ in the endpoint&apos;s address.</source>
        <translation>Seine kurze ID: der Teil hinter /v2/ in der Adresse des Endpunkts.</translation>
    </message>
    <message>
        <source>Address of RunPod</source>
        <translation>Adresse von RunPod</translation>
    </message>
    <message>
        <source>Another one only for an endpoint that you serve yourself, such as http://127.0.0.1:8000/v2.</source>
        <translation>Eine andere nur für einen Endpunkt, den Sie selbst betreiben, etwa http://127.0.0.1:8000/v2.</translation>
    </message>
    <message>
        <source>Who finds the moments</source>
        <translation>Wer die Momente findet</translation>
    </message>
    <message>
        <source>Automatic takes the model when there is a key, else the offline engine.</source>
        <translation>Automatisch nimmt das Modell, wenn es einen Schlüssel gibt, sonst die Offline-Analyse.</translation>
    </message>
    <message>
        <source>Questions at once</source>
        <translation>Fragen zugleich</translation>
    </message>
    <message>
        <source>Chunks that are asked at the same time, over all runs. More is faster until the service&apos;s limits answer with waits.</source>
        <translation>Abschnitte, die zur selben Zeit gefragt werden, über alle Läufe. Mehr ist schneller, bis der Dienst mit Wartezeiten bremst.</translation>
    </message>
    <message>
        <source>Longest silence</source>
        <translation>Längstes Schweigen</translation>
    </message>
    <message>
        <source>How long a call may stay silent before it counts as broken; twenty times that ends it in any case.</source>
        <translation>Wie lange eine Anfrage still bleiben darf, bis sie als abgerissen gilt; nach dem Zwanzigfachen endet sie auf jeden Fall.</translation>
    </message>
    <message>
        <source>Go on when a chunk fails</source>
        <translation>Weiter, wenn ein Abschnitt scheitert</translation>
    </message>
    <message>
        <source>Off: the run stops at the first chunk that fails for good, and the next run pays only for what is missing. On: the other chunks are asked all the same.</source>
        <translation>Aus: Der Lauf hält beim ersten endgültig gescheiterten Abschnitt an, und der nächste zahlt nur, was fehlt. An: Die übrigen Abschnitte werden trotzdem gefragt.</translation>
    </message>
    <message>
        <source>Length of a chunk</source>
        <translation>Länge eines Abschnitts</translation>
    </message>
    <message>
        <source>How much of the talk one question holds. Longer chunks cost less overlap, shorter ones bring more moments.</source>
        <translation>Wie viel vom Gespräch eine Frage enthält. Längere Abschnitte kosten weniger Überlappung, kürzere bringen mehr Momente.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>What two neighbours share, so that no moment is cut at a seam. Smaller than a chunk.</source>
        <translation>Was zwei Nachbarn teilen, damit kein Moment an der Naht zerschnitten wird. Kürzer als ein Abschnitt.</translation>
    </message>
    <message>
        <source>Shortest last chunk</source>
        <translation>Kürzester letzter Abschnitt</translation>
    </message>
    <message>
        <source>A last chunk that is shorter joins the one before.</source>
        <translation>Ein kürzerer letzter Abschnitt kommt zum vorigen dazu.</translation>
    </message>
    <message>
        <source>Results go to</source>
        <translation>Ergebnisse gehen an</translation>
    </message>
    <message>
        <source>New runs send their result to this address when they end. Empty: nothing is sent.</source>
        <translation>Neue Läufe senden ihr Ergebnis am Ende an diese Adresse. Leer: nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Progress goes to</source>
        <translation>Fortschritt geht an</translation>
    </message>
    <message>
        <source>Each chunk that is done or failed is told to this address.</source>
        <translation>Jeder fertige oder gescheiterte Abschnitt wird an diese Adresse gemeldet.</translation>
    </message>
    <message>
        <source>Progress beside the result</source>
        <translation>Fortschritt neben dem Ergebnis</translation>
    </message>
    <message>
        <source>Without an address of its own, progress goes to the result&apos;s with /progress.</source>
        <translation>Ohne eigene Adresse geht der Fortschritt an die des Ergebnisses mit /progress.</translation>
    </message>
    <message>
        <source>Tries</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How often one message is sent before it is given up.</source>
        <translation>Wie oft eine Nachricht gesendet wird, bevor sie aufgegeben wird.</translation>
    </message>
    <message>
        <source>First pause</source>
        <translation>Erste Pause</translation>
    </message>
    <message>
        <source>Before the second try; it doubles from try to try.</source>
        <translation>Vor dem zweiten Versuch; sie verdoppelt sich von Mal zu Mal.</translation>
    </message>
    <message>
        <source>Longest pause</source>
        <translation>Längste Pause</translation>
    </message>
    <message>
        <source>No pause between two tries is longer.</source>
        <translation>Keine Pause zwischen zwei Versuchen ist länger.</translation>
    </message>
    <message>
        <source>At most for a run</source>
        <translation>Höchstens für einen Lauf</translation>
    </message>
    <message>
        <source>A run stops before it costs more; what was paid for is kept.</source>
        <translation>Ein Lauf hält an, bevor er mehr kostet; was bezahlt wurde, bleibt aufgehoben.</translation>
    </message>
    <message>
        <source>At most in a month</source>
        <translation>Höchstens im Monat</translation>
    </message>
    <message>
        <source>All runs of a calendar month together.</source>
        <translation>Alle Läufe eines Kalendermonats zusammen.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Stands beside your decisions in reviews that you hand over.</source>
        <translation>Steht neben Ihren Entscheidungen in Sichtungen, die Sie weitergeben.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Automatic follows the system.</source>
        <translation>Automatisch folgt dem System.</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Of all text in the window, measured by the system&apos;s own.</source>
        <translation>Von allem Text im Fenster, gemessen an der des Systems.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Everything is there at once instead of moving into place.</source>
        <translation>Alles ist sofort da, statt an seinen Platz zu gleiten.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Automatic follows the system. Holds from the next start.</source>
        <translation>Automatisch folgt dem System. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>The file could not be removed.</source>
        <translation>Die Datei ließ sich nicht entfernen.</translation>
    </message>
    <message>
        <source>The folder cannot be made.</source>
        <translation>Der Ordner lässt sich nicht anlegen.</translation>
    </message>
</context>
<context>
    <name>Viral::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Topics of the settings</source>
        <translation>Themen der Einstellungen</translation>
    </message>
</context>
<context>
    <name>Viral::SpillStore</name>
    <message>
        <source>There is no library to keep it in: it lives as long as the program does.</source>
        <translation>Es gibt keine Bibliothek, die es aufhebt: Es bleibt, solange das Programm läuft.</translation>
    </message>
</context>
<context>
    <name>Viral::StepWords</name>
    <message>
        <source>a moment that is not here now</source>
        <translation>ein Moment, der jetzt nicht da ist</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Why it is worth posting</source>
        <translation>Warum er einen Post wert ist</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Kept %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Held %1</source>
        <translation>Zurückgestellt: %1</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <translation>Verworfen: %1</translation>
    </message>
    <message>
        <source>Undecided again: %1</source>
        <translation>Wieder unentschieden: %1</translation>
    </message>
    <message>
        <source>Edges moved: %1, %2 of %3</source>
        <translation>Schnittmarken verschoben: %1, %2 bei %3</translation>
    </message>
    <message>
        <source>Start moved %1 of %2</source>
        <translation>Einstieg verschoben: %1 bei %2</translation>
    </message>
    <message>
        <source>End moved %1 of %2</source>
        <translation>Ausstieg verschoben: %1 bei %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Note taken away from %1</source>
        <translation>Notiz entfernt: %1</translation>
    </message>
    <message>
        <source>Note on %1: %2</source>
        <translation>Notiz zu %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Post for %1 taken away from %2</source>
        <translation>Post für %1 entfernt: %2</translation>
    </message>
    <message>
        <source>Post for %1 of %2: %3</source>
        <translation>Post für %1 zu %2: %3</translation>
    </message>
    <message>
        <source>%1 of %2: %3 → %4</source>
        <translation>%1 von %2: %3 → %4</translation>
    </message>
    <message>
        <source>Star on %1</source>
        <translation>Stern für %1</translation>
    </message>
    <message>
        <source>Star off %1</source>
        <translation>Stern entfernt: %1</translation>
    </message>
    <message>
        <source>Brought back %1</source>
        <translation>Zurückgeholt: %1</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>Took away %1</source>
        <translation>Entfernt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>starts too late</source>
        <translation>beginnt zu spät</translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>needs context</source>
        <translation>braucht Zusammenhang</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Dublette</translation>
    </message>
    <message>
        <source>off brand</source>
        <translation>passt nicht zur Marke</translation>
    </message>
    <message>
        <source>weak hook</source>
        <translation>schwacher Hook</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>rechtlich</translation>
    </message>
    <message>
        <source>%1 by %2, %3</source>
        <translation>%1 von %2, %3</translation>
    </message>
</context>
<context>
    <name>Viral::TestRow</name>
    <message>
        <source>Ask a question of a few tokens</source>
        <translation>Eine Frage von wenigen Tokens stellen</translation>
    </message>
    <message>
        <source>Tests the connection to OpenAI</source>
        <translation>Prüft die Verbindung zu OpenAI</translation>
    </message>
    <message>
        <source>Tests the connection to RunPod</source>
        <translation>Prüft die Verbindung zu RunPod</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Fragt…</translation>
    </message>
    <message>
        <source>Not tested. A test costs nothing.</source>
        <translation>Nicht geprüft. Eine Prüfung kostet nichts.</translation>
    </message>
</context>
<context>
    <name>Viral::TextMarks</name>
    <message>
        <source>Not said in the clip: %1</source>
        <translation>Im Clip nicht gesagt: %1</translation>
    </message>
</context>
<context>
    <name>Viral::TimeField</name>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit gehen</translation>
    </message>
    <message>
        <source>1912, +30, -2..</source>
        <translation>1912, +30, -2..</translation>
    </message>
    <message>
        <source>How times are written</source>
        <translation>Wie Zeiten geschrieben werden</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Go to a time: 1912 is 19:12, +30 is half a minute on, -2.. two minutes back. The end is at %1.</source>
        <translation>Zu einer Zeit gehen: 1912 ist 19:12, +30 eine halbe Minute weiter, -2.. zwei Minuten zurück. Das Ende ist bei %1.</translation>
    </message>
    <message>
        <source> at %1 per second</source>
        <translation> (%1 je Sekunde)</translation>
    </message>
    <message>
        <source>Milliseconds</source>
        <translation>Millisekunden</translation>
    </message>
    <message>
        <source>Pictures%1</source>
        <translation>Bilder%1</translation>
    </message>
    <message>
        <source>Drop-frame</source>
        <translation>Drop-Frame</translation>
    </message>
    <message>
        <source>As the camera counted</source>
        <translation>Wie die Kamera zählte</translation>
    </message>
</context>
<context>
    <name>Viral::Timeline</name>
    <message>
        <source>%1. %2, %3, %4 s</source>
        <translation>%1. %2, %3, %4 s</translation>
    </message>
    <message>
        <source>, score %1</source>
        <translation>, Wertung %1</translation>
    </message>
    <message>
        <source>, edited</source>
        <translation>, geändert</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>held</source>
        <translation>zurückgestellt</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gesendet</translation>
    </message>
    <message>
        <source>waits to retry</source>
        <translation>wartet auf neuen Versuch</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>kept answer</source>
        <translation>aufgehobene Antwort</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>in der Warteschlange</translation>
    </message>
    <message>
        <source>Chunk %1, %2 – %3, %4</source>
        <translation>Abschnitt %1, %2 – %3, %4</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>%1 zu lang</translation>
    </message>
    <message>
        <source>%1 under</source>
        <translation>%1 zu kurz</translation>
    </message>
    <message>
        <source>Sound ×%1</source>
        <translation>Ton ×%1</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Ton</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>Sprecher</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>Offline score</source>
        <translation>Offline-Wertung</translation>
    </message>
    <message>
        <source>Moments</source>
        <translation>Momente</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Aussortiert</translation>
    </message>
    <message>
        <source>No waveform yet</source>
        <translation>Noch keine Wellenform</translation>
    </message>
</context>
<context>
    <name>Viral::TimelineBinder</name>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>No media file: there is no waveform</source>
        <translation>Keine Mediendatei: Es gibt keine Wellenform</translation>
    </message>
    <message>
        <source>Reading the sound…</source>
        <translation>Der Ton wird gelesen…</translation>
    </message>
    <message>
        <source>No sound could be read</source>
        <translation>Es war kein Ton zu lesen</translation>
    </message>
</context>
<context>
    <name>Viral::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Dropped: %1, %2</source>
        <translation>Aussortiert: %1, %2</translation>
    </message>
    <message>
        <source>Already used: %1</source>
        <translation>Schon verwendet: %1</translation>
    </message>
</context>
<context>
    <name>Viral::TranscriptAdder</name>
    <message>
        <source>Add the transcript of this result</source>
        <translation>Transkript dieses Ergebnisses hinzufügen</translation>
    </message>
    <message>
        <source>Transcripts and payloads (*.json *.srt *.vtt *.sbv *.ttml *.dfxp *.xml *.html *.txt);;All files (*)</source>
        <translation>Transkripte und Payloads (*.json *.srt *.vtt *.sbv *.ttml *.dfxp *.xml *.html *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The transcript of %1 was added.</source>
        <translation>Das Transkript von %1 wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Is this the transcript of the result?</source>
        <translation>Ist das das Transkript des Ergebnisses?</translation>
    </message>
    <message>
        <source>This transcript may be that of another interview.</source>
        <translation>Dieses Transkript gehört vielleicht zu einem anderen Interview.</translation>
    </message>
    <message>
        <source>&amp;Add it all the same</source>
        <translation>&amp;Trotzdem hinzufügen</translation>
    </message>
</context>
<context>
    <name>Viral::TranscriptView</name>
    <message>
        <source>Transcript</source>
        <translation>Transkript</translation>
    </message>
    <message>
        <source>%1, more than %2</source>
        <translation>%1, mehr als %2</translation>
    </message>
    <message>
        <source>%1, less than %2</source>
        <translation>%1, weniger als %2</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>Einstieg %1</translation>
    </message>
    <message>
        <source>End %1</source>
        <translation>Ausstieg %1</translation>
    </message>
    <message>
        <source>where it was proposed</source>
        <translation>wie vorgeschlagen</translation>
    </message>
    <message>
        <source>%1 from where it was proposed</source>
        <translation>%1 neben dem Vorschlag</translation>
    </message>
    <message>
        <source>%1 of air before the first word</source>
        <translation>%1 Luft vor dem ersten Wort</translation>
    </message>
    <message>
        <source>%1 of air after the last word</source>
        <translation>%1 Luft nach dem letzten Wort</translation>
    </message>
    <message>
        <source>inside a word: %1 of it are cut off</source>
        <translation>mitten im Wort: %1 davon sind abgeschnitten</translation>
    </message>
    <message>
        <source>Open a transcript to read it here.</source>
        <translation>Öffnen Sie ein Transkript, um es hier zu lesen.</translation>
    </message>
</context>
<context>
    <name>Viral::VideoView</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
</context>
<context>
    <name>Viral::ViewCommands</name>
    <message>
        <source>About Viral Moments</source>
        <translation>Über Viral Moments</translation>
    </message>
    <message>
        <source>Viral Moments %1

Find, judge and hand over the clips of a long interview that are worth posting.
Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Viral Moments %1

Findet, beurteilt und übergibt die Clips eines langen Interviews, die einen Post wert sind.
Freie Software unter der GNU General Public License, Version 3 oder neuer.</translation>
    </message>
</context>
<context>
    <name>Viral::WaveformReader</name>
    <message>
        <source>There is no waveform, because ffmpeg is not installed (package ffmpeg).</source>
        <translation>Es gibt keine Wellenform, weil ffmpeg nicht installiert ist (Paket ffmpeg).</translation>
    </message>
    <message>
        <source>There is no waveform: the media file has no sound, or it cannot be read.</source>
        <translation>Es gibt keine Wellenform: Die Mediendatei hat keinen Ton, oder er ist nicht lesbar.</translation>
    </message>
    <message>
        <source>The sound of the media file could not be read whole; the waveform may be incomplete.</source>
        <translation>Der Ton der Mediendatei war nicht ganz lesbar; die Wellenform kann lückenhaft sein.</translation>
    </message>
    <message>
        <source>The sound ends at %1, but the media file says that it lasts %2; it may be cut off.</source>
        <translation>Der Ton endet bei %1, die Mediendatei soll aber %2 lang sein; vielleicht ist sie abgeschnitten.</translation>
    </message>
</context>
<context>
    <name>Viral::WebhooksPage</name>
    <message>
        <source>Where new runs report to</source>
        <translation>Wohin neue Läufe melden</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Signs every message, so that the receiver can tell it is yours.</source>
        <translation>Signiert jede Nachricht, damit der Empfänger erkennt, dass sie von Ihnen ist.</translation>
    </message>
    <message>
        <source>When the receiver does not answer</source>
        <translation>Wenn der Empfänger nicht antwortet</translation>
    </message>
</context>
<context>
    <name>Viral::WelcomePage</name>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Open the sample interview</source>
        <translation>Beispiel-Interview öffnen</translation>
    </message>
    <message>
        <source>Drop a transcript, a payload or a result here</source>
        <translation>Transkript, Payload oder Ergebnis hier ablegen</translation>
    </message>
    <message>
        <source>SubRip, WebVTT, JSON with sentences and words, request payloads, saved results. The video or sound beside the file is opened with it.</source>
        <translation>SubRip, WebVTT, JSON mit Sätzen und Wörtern, Payloads, gespeicherte Ergebnisse. Video oder Ton neben der Datei wird mit geöffnet.</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Who finds the moments</source>
        <translation>Wer die Momente findet</translation>
    </message>
    <message>
        <source>The offline engine: it needs no key and no network.</source>
        <translation>Die Offline-Analyse: Sie braucht weder Schlüssel noch Netz.</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2, missing</source>
        <translation>%1 in %2, fehlt</translation>
    </message>
</context>
<context>
    <name>Viral::WordsPanel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Hook</source>
        <translation>Hook</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Why it is worth posting</source>
        <translation>Warum er einen Post wert ist</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Nothing is said in this clip that could be quoted.</source>
        <translation>In diesem Clip wird nichts gesagt, was sich zitieren ließe.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Choose a moment to see its words.</source>
        <translation>Einen Moment wählen, um seinen Text zu sehen.</translation>
    </message>
</context>
<context>
    <name>Viral::Work</name>
    <message>
        <source>There is no transcript beside this media file. Open its transcript, then choose the media file.</source>
        <translation>Neben dieser Mediendatei liegt kein Transkript. Öffnen Sie ihr Transkript und wählen Sie dann die Mediendatei.</translation>
    </message>
</context>
</TS>
