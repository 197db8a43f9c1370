<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>Viral::AnalysisDriver</name>
    <message numerus="yes">
        <source>%1 of %n chunks are answered. </source>
        <translation>
            <numerusform>%1 of %n chunk is answered. </numerusform>
            <numerusform>%1 of %n chunks are answered. </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>The one chunk is answered.</numerusform>
            <numerusform>All %n chunks are answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::Announcer</name>
    <message numerus="yes">
        <source>and %n more message(s)</source>
        <translation>
            <numerusform>and %n more message</numerusform>
            <numerusform>and %n more messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ChunkChart</name>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ChunkCostModel</name>
    <message numerus="yes">
        <source>Much more input than the other chunks: probably asked %n time(s), every answer paid</source>
        <translation>
            <numerusform>Much more input than the other chunks: probably asked %n time, every answer paid</numerusform>
            <numerusform>Much more input than the other chunks: probably asked %n times, every answer paid</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 answers were paid for this chunk; %n of them could not be used</source>
        <translation>
            <numerusform>%1 answers were paid for this chunk; %n of them could not be used</numerusform>
            <numerusform>%1 answers were paid for this chunk; %n of them could not be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n answers were paid for this chunk</source>
        <translation>
            <numerusform>%n answer was paid for this chunk</numerusform>
            <numerusform>%n answers were paid for this chunk</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ChunksPage</name>
    <message numerus="yes">
        <source>%n questions, %1 % of the talk is read twice.</source>
        <translation>
            <numerusform>%n question, %1 % of the talk is read twice.</numerusform>
            <numerusform>%n questions, %1 % of the talk is read twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ComparePanel</name>
    <message numerus="yes">
        <source>%n the same</source>
        <translation>
            <numerusform>%n the same</numerusform>
            <numerusform>%n the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with other edges</source>
        <translation>
            <numerusform>%n with other edges</numerusform>
            <numerusform>%n with other edges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only there</source>
        <translation>
            <numerusform>%n only there</numerusform>
            <numerusform>%n only there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n only here</source>
        <translation>
            <numerusform>%n only here</numerusform>
            <numerusform>%n only here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s) taken over</source>
        <translation>
            <numerusform>%n moment taken over</numerusform>
            <numerusform>%n moments taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ConnectionTest</name>
    <message numerus="yes">
        <source>%n models are there: choose one of them, or check the name.</source>
        <translation>
            <numerusform>One model is there: choose it, or check the name.</numerusform>
            <numerusform>%n models are there: choose one of them, or check the name.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It works. %n models are there for you.</source>
        <translation>
            <numerusform>It works. %n model is there for you.</numerusform>
            <numerusform>It works. %n models are there for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workers idle</source>
        <translation>
            <numerusform>%n worker idle</numerusform>
            <numerusform>%n workers idle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n at work</source>
        <translation>
            <numerusform>%n at work</numerusform>
            <numerusform>%n at work</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs waiting</source>
        <translation>
            <numerusform>%n job waiting</numerusform>
            <numerusform>%n jobs waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n workers fall over when they start: read a worker&apos;s log in RunPod&apos;s console.</source>
        <translation>
            <numerusform>%n worker falls over when it starts: read its log in RunPod&apos;s console.</numerusform>
            <numerusform>%n workers fall over when they start: read a worker&apos;s log in RunPod&apos;s console.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::CostPanel</name>
    <message numerus="yes">
        <source>%n answer(s) beyond the first of a chunk were probably paid: their chunks took a multiple of the usual input.</source>
        <translation>
            <numerusform>%n answer beyond the first of a chunk was probably paid: its chunk took a multiple of the usual input.</numerusform>
            <numerusform>%n answers beyond the first of a chunk were probably paid: their chunks took a multiple of the usual input.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid answer(s) could not be used, and another one was asked for.</source>
        <translation>
            <numerusform>%n paid answer could not be used, and another one was asked for.</numerusform>
            <numerusform>%n paid answers could not be used, and other ones were asked for.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::DeskEngine</name>
    <message numerus="yes">
        <source>%n RunPod jobs are open and cannot be followed: add the key for RunPod in the settings.</source>
        <translation>
            <numerusform>%n RunPod job is open and cannot be followed: add the key for RunPod in the settings.</numerusform>
            <numerusform>%n RunPod jobs are open and cannot be followed: add the key for RunPod in the settings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::FunnelPanel</name>
    <message numerus="yes">
        <source>%1 of %n candidates are in the result</source>
        <translation>
            <numerusform>%1 of %n candidate is in the result</numerusform>
            <numerusform>%1 of %n candidates are in the result</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::HandOverDialog</name>
    <message numerus="yes">
        <source>%n clip(s), %1 in all</source>
        <translation>
            <numerusform>%n clip, %1 in all</numerusform>
            <numerusform>%n clips, %1 in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) there will be replaced.</source>
        <translation>
            <numerusform>%n file there will be replaced.</numerusform>
            <numerusform>%n files there will be replaced.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation>
            <numerusform>… and %n more</numerusform>
            <numerusform>… and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::HistoryPanel</name>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n taken back</source>
        <translation>
            <numerusform>%n taken back</numerusform>
            <numerusform>%n taken back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::JobsPanel</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) deleted. What was paid for is kept.</source>
        <translation>
            <numerusform>%n run deleted. What was paid for is kept.</numerusform>
            <numerusform>%n runs deleted. What was paid for is kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::LiveRun</name>
    <message numerus="yes">
        <source>, %n are asked by another run and waited for</source>
        <translation>
            <numerusform>, %n is asked by another run and waited for</numerusform>
            <numerusform>, %n are asked by another run and waited for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n wait for another try</source>
        <translation>
            <numerusform>, %n waits for another try</numerusform>
            <numerusform>, %n wait for another try</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n chunks</source>
        <translation>
            <numerusform>%1 of %n chunk</numerusform>
            <numerusform>%1 of %n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n on their way</source>
        <translation>
            <numerusform>, %n on its way</numerusform>
            <numerusform>, %n on their way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n failed</source>
        <translation>
            <numerusform>, %n failed</numerusform>
            <numerusform>, %n failed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MainWindow</name>
    <message numerus="yes">
        <source>%n runs go on. What was paid for is kept; they can be gone on with from the list of jobs.</source>
        <translation>
            <numerusform>%n run goes on. What was paid for is kept; it can be gone on with from the list of jobs.</numerusform>
            <numerusform>%n runs go on. What was paid for is kept; they can be gone on with from the list of jobs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MessageModel</name>
    <message numerus="yes">
        <source> (%n times)</source>
        <translation>
            <numerusform> (%n time)</numerusform>
            <numerusform> (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n times</source>
        <translation>
            <numerusform>%n time</numerusform>
            <numerusform>%n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MomentCost</name>
    <message numerus="yes">
        <source>%n moments came of it</source>
        <translation>
            <numerusform>%n moment came of it</numerusform>
            <numerusform>%n moments came of it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MomentsPanel</name>
    <message numerus="yes">
        <source>No moments were found. “Why” shows %n candidates and what removed them.</source>
        <translation>
            <numerusform>No moments were found. “Why” shows %n candidate and what removed it.</numerusform>
            <numerusform>No moments were found. “Why” shows %n candidates and what removed them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::MonthCostModel</name>
    <message numerus="yes">
        <source>The price of %n run(s) is not known.</source>
        <translation>
            <numerusform>The price of %n run is not known.</numerusform>
            <numerusform>The price of %n runs is not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::OfflineDriver</name>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>The one chunk is answered.</numerusform>
            <numerusform>All %n chunks are answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::QuoteDialog</name>
    <message numerus="yes">
        <source>%n chunk(s), %1 in, %2 out. Of what is sent, %3 % are the rules (again in each chunk) and %4 % sentences that two chunks share. Prices are by what is billed, as a range: nobody knows before how much a model answers.</source>
        <translation>
            <numerusform>%n chunk, %1 in, %2 out. Of what is sent, %3 % are the rules (again in each chunk) and %4 % sentences that two chunks share. Prices are by what is billed, as a range: nobody knows before how much a model answers.</numerusform>
            <numerusform>%n chunks, %1 in, %2 out. Of what is sent, %3 % are the rules (again in each chunk) and %4 % sentences that two chunks share. Prices are by what is billed, as a range: nobody knows before how much a model answers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::QuoteModel</name>
    <message numerus="yes">
        <source>%n chunk(s)</source>
        <translation>
            <numerusform>%n chunk</numerusform>
            <numerusform>%n chunks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chunk(s) so far</source>
        <translation>
            <numerusform>%n chunk so far</numerusform>
            <numerusform>%n chunks so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::ReportDialog</name>
    <message numerus="yes">
        <source>The end of the &amp;log (%n lines)</source>
        <translation>
            <numerusform>The end of the &amp;log (%n line)</numerusform>
            <numerusform>The end of the &amp;log (%n lines)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::RunBar</name>
    <message numerus="yes">
        <source>%n moment(s)</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them in an earlier run and not paid again</source>
        <translation>
            <numerusform>%n of them in an earlier run and not paid again</numerusform>
            <numerusform>%n of them in an earlier run and not paid again</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::RunNotifier</name>
    <message numerus="yes">
        <source>%n moments</source>
        <translation>
            <numerusform>%n moment</numerusform>
            <numerusform>%n moments</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::RunPodDriver</name>
    <message numerus="yes">
        <source>All %n chunks are answered.</source>
        <translation>
            <numerusform>The one chunk is answered.</numerusform>
            <numerusform>All %n chunks are answered.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Viral::StepWords</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
