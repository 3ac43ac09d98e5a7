"""Electron microscopy: what was collected in a session, its movies and what came of them."""

from ispyb_api.compat.java_rest.gson import Shape
from ispyb_api.compat.java_rest.shapes import summaries

STATS = Shape(
    "GridSquareStats",
    """
    dataCollectionId      int  DataCollection.dataCollectionId
    movieCount            int! Movie.movieId, counted
    motionCorrectionCount int! MotionCorrection.motionCorrectionId, counted
    ctfCorrectionCount    int! CTF.CTFid, counted
    """,
)

ROW = summaries.ROW.with_keys(
    "EmGroupSummary",
    """
    stats list DataCollection.dataCollectionId
    """,
    stats=STATS,
)

MOVIE = Shape(
    "MovieRow",
    """
    Movie_movieId                                    int   Movie.movieId
    Movie_dataCollectionId                           int   Movie.dataCollectionId
    Movie_movieNumber                                int   Movie.movieNumber
    Movie_movieFullPath                              text! Movie.movieFullPath
    Movie_positionX                                  text  Movie.positionX
    Movie_positionY                                  text  Movie.positionY
    Movie_dosePerImage                               text  Movie.dosePerImage
    Movie_createdTimeStamp                           stamp Movie.createdTimeStamp
    MotionCorrection_motionCorrectionId              int   MotionCorrection.motionCorrectionId
    MotionCorrection_movieId                         int   MotionCorrection.movieId
    MotionCorrection_firstFrame                      text  MotionCorrection.firstFrame
    MotionCorrection_lastFrame                       text  MotionCorrection.lastFrame
    MotionCorrection_dosePerFrame                    text  MotionCorrection.dosePerFrame
    MotionCorrection_totalMotion                     text  MotionCorrection.totalMotion
    MotionCorrection_averageMotionPerFrame           text  MotionCorrection.averageMotionPerFrame
    CTF_CTFid                                        int   CTF.CTFid
    CTF_defocusU                                     text  CTF.defocusU
    CTF_defocusV                                     text  CTF.defocusV
    CTF_angle                                        text  CTF.angle
    CTF_crossCorrelationCoefficient                  text  CTF.crossCorrelationCoefficient
    CTF_resolutionLimit                              text  CTF.resolutionLimit
    CTF_estimatedBfactor                             text  CTF.estimatedBfactor
    Movie_micrographFullPath                         text  Movie.micrographFullPath
    Movie_micrographSnapshotFullPath                 text  Movie.micrographSnapshotFullPath
    Movie_xmlMetaDataFullPath                        text  Movie.xmlMetaDataFullPath
    MotionCorrection_doseWeight                      float MotionCorrection.doseWeight
    MotionCorrection_driftPlotFullPath               text  MotionCorrection.driftPlotFullPath
    MotionCorrection_micrographFullPath              text  MotionCorrection.micrographFullPath
    MotionCorrection_micrographSnapshotFullPath      text  MotionCorrection.micrographSnapshotFullPath
    MotionCorrection_correctedDoseMicrographFullPath text  MotionCorrection.correctedDoseMicrographFullPath
    MotionCorrection_patchesUsed                     text  MotionCorrection.patchesUsed
    MotionCorrection_logFileFullPath                 text  MotionCorrection.logFileFullPath
    CTF_motionCorrectionId                           int   CTF.motionCorrectionId
    CTF_spectraImageThumbnailFullPath                text  CTF.spectraImageThumbnailFullPath
    CTF_spectraImageFullPath                         text  CTF.spectraImageFullPath
    CTF_logFilePath                                  text  CTF.logFilePath
    CTF_createdTimeStamp                             stamp CTF.createdTimeStamp
    Proposal_proposalId                              int   Proposal.proposalId
    BLSession_sessionId                              int   BLSession.sessionId
    """,
)

MOVIE_STATS = Shape(
    "MovieStats",
    """
    proposalId            int   Proposal.proposalId
    sessionId             int   BLSession.sessionId
    imageDirectory        text  DataCollection.imageDirectory
    movieId               int   Movie.movieId
    movieNumber           int   Movie.movieNumber
    dataCollectionId      int   DataCollection.dataCollectionId
    averageMotionPerFrame text  MotionCorrection.averageMotionPerFrame
    defocusU              text  CTF.defocusU
    defocusV              text  CTF.defocusV
    resolutionLimit       text  CTF.resolutionLimit
    angle                 text  CTF.angle
    createdTimeStamp      stamp Movie.createdTimeStamp
    motionCorrectionId    int   MotionCorrection.motionCorrectionId
    totalMotion           text  MotionCorrection.totalMotion
    lastFrame             text  MotionCorrection.lastFrame
    dosePerFrame          text  MotionCorrection.dosePerFrame
    estimatedBfactor      text  CTF.estimatedBfactor
    """,
)

CLASSIFICATION = Shape(
    "ClassificationRow",
    """
    proposalId                    int   Proposal.proposalId
    sessionId                     int   BLSession.sessionId
    imageDirectory                text  DataCollection.imageDirectory
    numberOfParticles             int   ParticlePicker.numberOfParticles
    particleClassificationGroupId int   ParticleClassificationGroup.particleClassificationGroupId
    particleClassificationId      int   ParticleClassification.particleClassificationId
    classNumber                   int   ParticleClassification.classNumber
    classDistribution             float ParticleClassification.classDistribution
    estimatedResolution           float ParticleClassification.estimatedResolution
    particlePickerId              int   ParticlePicker.particlePickerId
    classImageFullPath            text  ParticleClassification.classImageFullPath
    particlesPerClass             int   ParticleClassification.particlesPerClass
    rotationAccuracy              float ParticleClassification.rotationAccuracy
    translationAccuracy           float ParticleClassification.translationAccuracy
    overallFourierCompleteness    float ParticleClassification.overallFourierCompleteness
    """,
)
